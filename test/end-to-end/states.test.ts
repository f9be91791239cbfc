import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { newPage, signIn } from '../support/visit.ts'

type State = {
  name: string
  user: 'leader' | 'supervisor-440000'
  address: string
  /** Puts the page into its state before it is opened. */
  before?: (page: Page) => Promise<unknown>
  shows: string
}

const states: State[] = [
  { name: 'loaded', user: 'leader', address: '/', shows: '依据与口径' },
  {
    name: 'drilled',
    user: 'leader',
    address: '/?region=440100',
    shows: '广州市各县（市、区）位次',
  },
  {
    name: 'the levy plan',
    user: 'leader',
    address: '/?plan=levy-2020',
    shows: '方案实施前的数据，不判定进度',
  },
  {
    name: 'without permission',
    user: 'supervisor-440000',
    address: '/?region=330100',
    shows: '这不表示数据为零或没有报送',
  },
  {
    name: 'failing',
    user: 'leader',
    address: '/',
    before: (page) => page.route('**/api/progress**', (route) => route.fulfill({ status: 500 })),
    shows: '没有读到数据',
  },
  {
    name: 'loading',
    user: 'leader',
    address: '/',
    before: (page) => page.route('**/api/progress**', () => undefined),
    shows: '正在读取数据…',
  },
  {
    name: 'empty',
    user: 'leader',
    address: '/',
    before: (page) =>
      page.route('**/api/snapshots**', (route) =>
        route.fulfill({ json: { current: null, snapshots: [] } }),
      ),
    shows: '还没有发布的数据',
  },
]

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
] as const

describe.each(looks)('pages in $colorScheme, $width wide', (look) => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(async () => {
    await scene.close()
  })

  it('has nothing for axe to find at the sign-in', async () => {
    const page = await newPage(scene.browser, scene.server.url, look)
    await page.goto('/')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.context().close()
  })

  it.each(states)('has nothing for axe to find when $name', async ({ user, address, ...state }) => {
    const page = await newPage(scene.browser, scene.server.url, look)
    await state.before?.(page)
    await signIn(page, user, address)
    await page.getByText(state.shows).first().waitFor()
    if (!state.before) await page.getByText('正在读取数据…').first().waitFor({ state: 'hidden' })
    expect(await axeViolations(page)).toEqual([])
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
