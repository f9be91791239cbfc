import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, PAGES } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})

afterAll(async () => {
  await scene.close()
})

/** What is no table of figures, or is taken away by a list of its own, page by page. */
const NO_FILE: Record<string, readonly string[]> = {
  // The picture of its bars is among the files of the result above.
  自助分析: ['bar-figure'],
  组件示例: ['子弹图'],
  无障碍声明: ['WCAG 2.2 A 级与 AA 级成功准则的支持情况', '可用的按键'],
}

/** 1.3.1, 2.4.1, 2.4.2, 2.4.6, 3.1.1, 3.2.3, 3.2.6; checklist A06, A14, A27. */
describe.each(PAGES)('the structure of $name', (known) => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, known)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it('has one main part, one first heading, a navigation and a link to skip to the content', async () => {
    expect(await page.locator('main').count()).toBe(1)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('header nav').count()).toBe(1)
    expect(await page.locator('a[href="#main"]').count()).toBe(1)
    await page.locator('footer a[href="/accessibility"]').waitFor()
  })

  it('never jumps a level of heading', async () => {
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
    expect(levels[0]).toBe(1)
    const jumps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
  })

  it('says its language and its name', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.title()).toMatch(/残疾人就业目标监测/)
  })

  it('has tables with a caption, headers with a scope, and no row without a header', async () => {
    const faults = await page.locator('table').evaluateAll((tables) =>
      tables.flatMap((table) => {
        const name = table.querySelector('caption')?.textContent ?? ''
        const bare = [...table.querySelectorAll('th')].filter((cell) => !cell.hasAttribute('scope'))
        const headless = [...table.querySelectorAll('tbody tr')].filter(
          (row) => row.querySelector('th') === null,
        )
        return [
          ...(name === '' ? ['no caption'] : []),
          ...bare.map((cell) => `${name}: no scope: ${cell.textContent}`),
          ...headless.map((row) => `${name}: no row header: ${row.textContent}`),
        ]
      }),
    )
    expect(faults).toEqual([])
  })

  it('gives every table and chart as a file', async () => {
    const shown =
      'main :is(table, [role=grid], canvas, .bullet-grid, .tiles, .own-map, .need-chart, .bar-figure)'
    const kept = await page
      .locator(shown)
      .evaluateAll((all: Element[]) =>
        all
          .filter((each) => !each.closest('section, figure')?.querySelector('.download'))
          .map((each) => each.querySelector('caption')?.textContent ?? each.classList.value),
      )
    expect(kept).toEqual(NO_FILE[known.name] ?? [])
  })

  it('says numbers and quarters as they are read aloud', async () => {
    const words = await page.locator('body').innerText()
    const named = await page
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')).join('\n'))
    expect(`${words}\n${named}`).not.toMatch(/\bNaN\b|\bundefined\b|\bnull\b|\d\.\d+e[+-]?\d/)
    expect(named).not.toMatch(/\b20\d\dQ[1-4](?!-)/)
  })
})

/** 1.3.5, 3.3.8; checklist A26. */
describe('the sign-in', () => {
  it('asks for nothing but what a password manager can fill, and tells errors by name', async () => {
    const page = await newPage(scene.browser, scene.server.url)
    await page.goto('/')
    const autocomplete = (label: string) => page.getByLabel(label).getAttribute('autocomplete')
    expect(await autocomplete('用户名')).toBe('username')
    expect(await autocomplete('密码')).toBe('current-password')
    expect(await page.locator('img, canvas').count()).toBe(0)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    const described = await page.getByLabel('用户名').getAttribute('aria-describedby')
    expect(described).toBeTruthy()
    await page.context().close()
  })
})
