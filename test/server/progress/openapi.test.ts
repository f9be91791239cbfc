import { afterAll, beforeAll, expect, test } from 'vitest'
import { interfaceDocument, undocumented } from '../../support/documented.ts'
import { startOnFixture, type Running } from './running-server.ts'

let running: Running

beforeAll(async () => {
  running = await startOnFixture()
})
afterAll(() => running.close())

test.each([
  ['/api/plans', 'Plans'],
  ['/api/plans/13-5/indicators', 'Indicators'],
  ['/api/plans/levy-2020/indicators', 'Indicators'],
  ['/api/progress?plan=13-5', 'Progress'],
  ['/api/progress?plan=13-5&level=province&curve=quarters', 'Progress'],
  ['/api/progress?plan=13-5&level=county&asOf=2019-03-31', 'Progress'],
  ['/api/progress?plan=levy-2020&region=440000', 'Progress'],
  ['/api/series?plan=13-5&indicator=A1', 'Series'],
  ['/api/series?plan=13-5&indicator=B3&region=110000', 'Series'],
  ['/api/series?plan=levy-2020&indicator=L1', 'Series'],
  ['/api/recent-quarters?plan=13-5', 'RecentQuarters'],
  ['/api/recent-quarters?plan=levy-2020&region=440100', 'RecentQuarters'],
  ['/api/cohorts?plan=levy-2020&region=440000', 'Cohorts'],
  ['/api/institution-review?plan=levy-2020&region=440000', 'InstitutionReview'],
  ['/api/levy-chain?plan=levy-2020&level=province', 'LevyChain'],
  ['/api/levy-chain?plan=levy-2020&region=440000&level=county', 'LevyChain'],
  ['/api/bridge?plan=13-5&indicator=A1&from=2017-12-31', 'Bridge'],
  ['/api/bridge?plan=13-5&indicator=B3&region=440000&from=2017-03-31', 'Bridge'],
  ['/api/bridge?plan=levy-2020&indicator=L1&from=2017-06-30', 'Bridge'],
  ['/api/gap?plan=13-5&indicator=A1&top=7', 'Gap'],
  ['/api/gap?plan=13-5&indicator=B3&region=440000&level=county', 'Gap'],
  ['/api/gap?plan=levy-2020&indicator=L1', 'Gap'],
  ['/api/evidence?plan=13-5&indicator=A1', 'Evidence'],
  ['/api/evidence?plan=13-5&indicator=A4&region=440000', 'Evidence'],
  ['/api/targets?plan=13-5', 'Targets'],
  ['/api/targets?plan=13-5&indicator=A1&region=440000', 'Targets'],
  ['/api/targets?plan=levy-2020&region=110101', 'Targets'],
  ['/api/session', 'Session'],
  ['/api/regions/440100', 'Region'],
  ['/api/search?q=s', 'Found'],
  ['/api/submissions', 'Submissions'],
  ['/api/inquiries', 'Inquiries'],
  ['/api/reports', 'Reports'],
  ['/public/notices', 'PublicNotices'],
  ['/api/scoreboard?plan=13-5&region=440000', 'Scoreboard'],
])('%s answers as documented', async (path, schema) => {
  const client = await running.as('leader')
  const { status, body } = await client(path)
  expect(status).toBe(200)
  expect(undocumented(schema, body)).toEqual([])
})

test.each(['/api/progress', '/api/progress?plan=none', '/api/nothing'])(
  '%s is refused as documented',
  async (path) => {
    const client = await running.as('leader')
    const { type, body } = await client(path)
    expect(type).toContain('application/problem+json')
    expect(undocumented('Problem', body)).toEqual([])
  },
)

test('every operation says what its refusals are', () => {
  const operations = Object.entries(interfaceDocument.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({ path, method, responses })),
  )
  for (const { path, method, responses } of operations) {
    const codes = Object.keys(responses)
    const isOpen = ['/livez', '/readyz'].includes(path) || path.startsWith('/public/')
    expect(codes.includes('401') || isOpen, `${method} ${path}`).toBe(true)
  }
})

test('an undocumented field would be found', () => {
  expect(undocumented('Words', { zh: '一', en: 'one', fr: 'un' })).not.toEqual([])
})
