import type { Page } from 'playwright-core'
import { signIn } from '../support/visit.ts'
import type { User } from '../support/product.ts'

export interface KnownPage {
  name: string
  address: string
  user: User
}

/** Every page of the product in its frame (the wall screen has none), as somebody comes to it by its address. */
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
  { name: '公示', address: '/notices', user: 'evaluator' },
  { name: '组件示例', address: '/examples', user: 'leader' },
  { name: '无障碍声明', address: '/accessibility', user: 'leader' },
]

/** Signs in, opens the page and waits until nothing is being read any more. */
export async function open(page: Page, { user, address }: KnownPage): Promise<void> {
  await signIn(page, user, address)
  await page.locator('main h1').first().waitFor()
  await settle(page)
}

export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 60_000 })
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], .skeleton):not(.example *)') === null,
    null,
    {
      timeout: 60_000,
    },
  )
}
