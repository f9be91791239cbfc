import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '../../server/main.ts'
import type { GapLine, GapTotals } from '../../server/progress/gap-ledger.ts'
import { type Client, signedIn, startProduct } from '../support/product.ts'
import { type ProgressRow, progressRows } from '../support/progress-rows.ts'
import { sampleWarehouse } from '../support/warehouses.ts'

const days = ['2017-02-14', '2018-06-30']
/** A region and a level by which its gap is told apart. */
const places = [
  ['000000', 'province'],
  ['000000', 'prefecture'],
  ['000000', 'county'],
  ['440000', 'prefecture'],
  ['440000', 'county'],
  ['110000', 'county'],
  ['660000', 'county'],
  ['440100', 'county'],
] as const
const counted = ['A1', 'A2', 'A3', 'A4', 'B4', 'C1', 'C7']
const levied = ['L1', 'L2']

type Gap = { totals: GapTotals; lines: (GapLine & { share: number | null })[] }

let server: RunningServer
let client: Client
const answers = new Map<string, Promise<unknown>>()

beforeAll(async () => {
  server = await startProduct(await sampleWarehouse())
  client = await signedIn(server.url, 'leader')
})
afterAll(() => server.close())

function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = (answers.get(key) ?? ask()) as Promise<Answer>
  answers.set(key, answer)
  return answer
}

async function gapOf(query: string): Promise<Gap> {
  const { status, body } = await client(`/api/gap?${query}`)
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`)
  return body as Gap
}

/** What a row's target asks for, in what its numerator counts. */
function dueOf({ target, denominator, numerator }: ProgressRow): number | null {
  if (target === null || numerator === null) return null
  return denominator === null ? target : Number((target * denominator).toFixed(4))
}

const chosen = fc.record({
  day: fc.constantFrom(...days),
  place: fc.constantFrom(...places),
  indicator: fc.constantFrom(...counted, ...levied),
})

it('every gap closes to the last person, at every level, in 1,000 cases', async () => {
  const isClose = (one: number, other: number) => Math.abs(one - other) <= 5e-4
  const property = fc.asyncProperty(chosen, async ({ day, place: [region, level], indicator }) => {
    const plan = levied.includes(indicator) ? 'levy-2020' : '13-5'
    const about = `plan=${plan}&region=${region}&asOf=${day}`
    const asked = { plan, region, asOf: day }
    const rows = await once(about, () => progressRows(client, asked))
    const row = rows.find((one) => one.indicator === indicator)!
    const query = `${about}&indicator=${indicator}&level=${level}`
    const { totals, lines } = await once(query, () => gapOf(query))
    const sum = (pick: (line: GapLine) => number) =>
      lines.reduce((all, line) => all + pick(line), 0)
    expect(
      isClose(
        totals.gap,
        sum(({ gap }) => gap),
      ),
      query,
    ).toBe(true)
    expect(isClose(totals.reached - totals.due, totals.gap), query).toBe(true)
    expect(isClose(Math.abs(totals.gap), Math.abs(totals.surplus - totals.gross)), query).toBe(true)
    const due = dueOf(row)
    if (plan === 'levy-2020' || due === null) return
    expect([query, totals.due, totals.reached]).toEqual([query, due, row.numerator])
  })
  await fc.assert(property, { numRuns: 1000 })
}, 240_000)

it('"these 7 prefectures are so much of the gap" is one call', async () => {
  const about = 'plan=13-5&indicator=A1&level=prefecture'
  const { lines, totals } = await gapOf(about)
  const { body } = await client(`/api/gap?${about}&top=7`)
  const { chosen } = body as { chosen: { regions: string[]; shortfall: number; share: number } }
  const first = lines.filter(({ kind }) => kind === 'region').slice(0, 7)
  expect(chosen.regions).toEqual(first.map(({ region }) => region))
  expect(chosen.share).toBeCloseTo(chosen.shortfall / totals.gross, 12)
  const share = await client(`/api/gap?${about}&share=${(chosen.share - 1e-9).toFixed(9)}`)
  expect(share.body).toMatchObject({ chosen: { regions: chosen.regions } })
})
