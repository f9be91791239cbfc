import type { Browser, Page } from 'playwright-core'
import { password, type User } from './product.ts'
import type { Scene } from './scene.ts'

export type Look = { colorScheme?: 'light' | 'dark'; width?: number }

/** A new page in a browser of its own, as one person would open it. */
export async function newPage(browser: Browser, url: string, look: Look = {}): Promise<Page> {
  const { colorScheme = 'light', width = 1440 } = look
  const context = await browser.newContext({
    baseURL: url,
    colorScheme,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  // A minute a step for a slow machine.
  page.setDefaultTimeout(60_000)
  return page
}

/** Gives the window another size and waits until the page is drawn in it: charts follow in the next frame. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
}

/** Signs in by keyboard, and waits until the first figures are there. */
export async function signIn(page: Page, user: User, address = '/'): Promise<void> {
  await page.goto(address)
  await page.getByLabel('用户名').focus()
  await page.keyboard.type(user)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor({ state: 'detached' })
}

/** What somebody does on a page that they signed in to. */
export async function visit(
  { browser, server }: Scene,
  user: User,
  address: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await newPage(browser, server.url)
  await signIn(page, user, address)
  await work(page)
  await page.context().close()
}

/** Goes on with Tab until the focus is on what has that name and role. */
export async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true })
  await wanted.first().waitFor()
  const isReached = () =>
    wanted.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab')
    if (await isReached()) return
  }
  throw new Error(`400 tabs do not reach the ${role} ${name}`)
}

/** The figure of an indicator, by name, in the list of indicators. */
export async function bulletWords(page: Page, indicator: string): Promise<string> {
  const bullets = page.getByRole('region', { name: '指标进展' })
  const row = bullets.getByRole('listitem').filter({ hasText: indicator })
  return (await row.first().innerText()).replaceAll(/\s+/g, ' ')
}
