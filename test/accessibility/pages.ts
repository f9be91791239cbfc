import type { Cookie, Page } from 'playwright-core'
import { openScene, type Scene } from '../support/scene.ts'
import { signIn } from '../support/visit.ts'
import { writtenWarehouse } from '../support/written.ts'
import type { User } from '../support/product.ts'

export interface KnownPage {
  name: string
  address: string
  user: User
  /** The link, in that part of the page, that leads on to a page whose address is not known before. */
  then?: string
}

/** Every page of the product in its frame, as somebody comes to it; those without one are in frameless.test.ts. */
export const PAGES: readonly KnownPage[] = [
  { name: '领导概览', address: '/', user: 'leader' },
  { name: '市的概览', address: '/?region=440100', user: 'leader' },
  { name: '残保金方案', address: '/?plan=levy-2020', user: 'leader' },
  { name: '数据报送', address: '/submissions', user: 'evaluator' },
  {
    name: '一个单位的报送',
    address: '/submissions?unit=440000&quarter=2018Q2',
    user: 'supervisor-440000',
  },
  { name: '督办', address: '/inquiries', user: 'supervisor-440000' },
  { name: '地区', address: '/region?plan=13-5', user: 'supervisor-440000' },
  {
    name: '县',
    address: '/region?plan=13-5&region=440106&by=sex&persons=household:城镇',
    user: 'supervisor-440000',
  },
  {
    name: '地区对比',
    address: '/compare?plan=13-5&regions=440100,440300',
    user: 'supervisor-440000',
  },
  { name: '培训与机构', address: '/training', user: 'supervisor-440000' },
  { name: '服务', address: '/services', user: 'supervisor-440000' },
  { name: '残保金收支', address: '/levy', user: 'supervisor-440000' },
  {
    name: '证据链',
    address: '/evidence?plan=13-5&indicator=A1&region=440000',
    user: 'supervisor-440000',
  },
  { name: '差异说明', address: '/difference?plan=13-5&from=2018-03-31', user: 'evaluator' },
  {
    name: '自助分析',
    address: '/analysis?view=training&measures=trained_persons&dimensions=province_code,indicator',
    user: 'evaluator',
  },
  { name: '报告', address: '/reports', user: 'evaluator' },
  { name: '一份报告', address: '/reports', user: 'evaluator', then: 'main tbody' },
  { name: '公示', address: '/notices', user: 'evaluator' },
  { name: '全部页面', address: '/pages', user: 'evaluator' },
  { name: '组件示例', address: '/examples', user: 'leader' },
  { name: '无障碍声明', address: '/accessibility', user: 'leader' },
]

let opened: Promise<Scene> | undefined

/** The product with something written in it, and a browser before it: once for all files of a worker, which only look, and as long as the worker lives. */
export function openPages(): Promise<Scene> {
  return (opened ??= writtenWarehouse().then((warehouse) => openScene(warehouse)))
}

/** The sessions of those who have signed in there. */
const sessions = new Map<User, Cookie[]>()

/** Opens the page, signed in, and waits until nothing is being read any more. */
export async function open(page: Page, { user, address, then }: KnownPage): Promise<void> {
  const session = sessions.get(user)
  if (session === undefined) {
    await signIn(page, user, address)
    sessions.set(user, await page.context().cookies())
  } else {
    await page.context().addCookies(session)
    await page.goto(address)
  }
  await page.locator('main h1').first().waitFor()
  await settle(page)
  if (then === undefined) return
  const from = await page.locator('main h1').innerText()
  await page.locator(then).getByRole('link').first().press('Enter')
  await page.waitForFunction((before) => {
    const heading = document.querySelector('main h1')
    return heading !== null && heading.textContent !== before
  }, from)
  await settle(page)
}

export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], .skeleton):not(.example *)') === null,
  )
}
