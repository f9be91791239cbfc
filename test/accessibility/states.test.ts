import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage, resize } from '../support/visit.ts'
import { overflow } from './measures.ts'
import { open, openPages, PAGES, settle, type KnownPage } from './pages.ts'
import { axeInEveryTheme } from './themes.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

const NO_DATA = ['/pages', '/examples', '/accessibility']
const pages = PAGES.filter(({ address, then }) => then === undefined && !NO_DATA.includes(address))

/** Everything but who is there and which datasets there are. */
const FIGURES = /\/(api\/(?!session|snapshots)|cubejs-api\/)/

async function sound(page: Page): Promise<void> {
  expect(await axeInEveryTheme(page)).toEqual([])
  await resize(page, 320, 256)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

async function opened({ user }: Pick<KnownPage, 'user'>): Promise<Page> {
  const page = await newPage(scene.browser, scene.server.url)
  await open(page, { name: '', user, address: '/accessibility' })
  return page
}

/** Checklist A01 and A22 for the states of a page, in every theme. */
it.each(pages)(
  '$name can be used while it is being read, and when nothing can be',
  async (known) => {
    const page = await opened(known)
    await page.route(FIGURES, () => undefined)
    await page.goto(known.address)
    await page.getByText('正在读取数据…').first().waitFor()
    await sound(page)
    await page.unroute(FIGURES)
    await page.route(FIGURES, (route) =>
      route.fulfill({ status: 400, json: { code: 'bad_request', message: '' } }),
    )
    await page.goto(known.address)
    await page.getByRole('button', { name: '重试' }).first().waitFor()
    await sound(page)
    await page.context().close()
  },
)

describe('a page', () => {
  it.each([
    '/?region=330100',
    '/region?region=330100',
    '/compare?regions=330100',
    '/services?region=330100',
    '/submissions?unit=110000&quarter=2018Q2',
    '/wall?region=330100',
  ])('can be used where there is no permission: %s', async (address) => {
    const page = await opened({ user: 'supervisor-440000' })
    await page.goto(address)
    await page.getByText('这不表示数据为零或没有报送').first().waitFor()
    await settle(page)
    await sound(page)
    await page.context().close()
  })

  it.each(['/', '/submissions'])('can be used where nothing is published: %s', async (address) => {
    const page = await opened({ user: 'evaluator' })
    await page.route('**/api/snapshots**', (route) =>
      route.fulfill({ json: { current: null, snapshots: [] } }),
    )
    await page.goto(address)
    await page.getByText('还没有发布的数据').first().waitFor()
    await sound(page)
    await page.context().close()
  })
})
