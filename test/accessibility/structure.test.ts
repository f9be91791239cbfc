import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { PAGES as ROUTES } from '../../web/shell/routes.ts'
import { newPage } from '../support/visit.ts'
import { HEADINGS, OVERVIEW_ORDER } from './headings.ts'
import { heardOn } from './heard.ts'
import { open, openPages, PAGES } from './pages.ts'
import { columnsWithoutUnit } from './units.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** What is no table of figures, or is taken away by a list of its own, page by page; an article, as a whole. */
const NO_FILE: Record<string, readonly string[]> = {
  // The picture of its bars is among the files of the result above.
  自助分析: ['bar-figure'],
  报告: ['报告列表'],
  组件示例: ['子弹图（人）'],
  无障碍声明: ['WCAG 2.2 A 级与 AA 级成功准则的支持情况', '可用的按键'],
}

/** 1.3.1, 1.3.2, 2.4.1, 2.4.2, 2.4.6, 3.1.1, 3.2.3, 3.2.6; checklist A06, A07, A11, A14, A25, A27. */
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

  it('says its language, and its name in the window as in the first heading', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    const title = await page.title()
    expect(title).toMatch(/残疾人就业目标监测/)
    const heading = await page.locator('h1').evaluate((each) => each.firstChild?.textContent ?? '')
    for (const part of heading.split('：')) expect(title).toContain(part)
  })

  it('reads in order: the summary before all but a choice, a part’s heading before its tables and charts', async () => {
    const late = await page.locator('main section').evaluateAll((sections) =>
      sections.flatMap((section, at) => {
        const name = document.getElementById(section.getAttribute('aria-labelledby') ?? '')
        const first = section.querySelector('table, canvas, [role=grid], .bullet-grid')
        const isLate =
          name !== null &&
          first !== null &&
          !(name.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)
        const label = section.getAttribute('aria-label') ?? name?.textContent ?? ''
        return isLate || (label === '本页摘要' && at > 1) ? [label] : []
      }),
    )
    expect(late).toEqual([])
  })

  it('goes from what is looked at to its filters, its summary, its figures', async () => {
    const late = await page.evaluate(() => {
      const parts = [
        'main h1',
        'main .top [role=group]',
        'main section[aria-label=本页摘要]',
        'main :is(section, figure, .table-scroll) :is(table:not(.calendar), canvas, [role=grid], .bullet-grid)',
      ]
      const found = parts.flatMap((part) => document.querySelector(part) ?? [])
      return found
        .filter((one, at) =>
          found.slice(0, at).some((before) => !(before.compareDocumentPosition(one) & 4)),
        )
        .map((one) => one.outerHTML.slice(0, 100))
    })
    expect(late).toEqual([])
  })

  it('has its headings in the order that is written down', async () => {
    const headings = await page.locator('main :is(h1, h2, h3, h4)').evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .map(({ tagName, textContent }) => `${tagName.slice(1)} ${textContent}`)
        .map((words) => words.replaceAll(/\d+/g, (number, at) => (at === 0 ? number : '#'))),
    )
    expect(headings).toEqual(HEADINGS[known.name])
    if (!headings.includes('2 各地进展')) return
    const places = OVERVIEW_ORDER.map((part) => headings.findIndex((one) => part.test(one)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('has a name for every chart, and tells what it is', async () => {
    const unnamed = await page.locator('main :is(canvas, svg[role=img])').evaluateAll((all) =>
      all
        .map((each) => (each.tagName === 'CANVAS' ? each.closest('.chart') : each))
        .filter((each) => (each?.getAttribute('aria-label') ?? '') === '')
        .map((each) => each?.outerHTML.slice(0, 80)),
    )
    expect(unnamed).toEqual([])
    const roles = await page
      .locator('main .chart')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-roledescription')))
    expect(roles.filter((role) => role !== '图表')).toEqual([])
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

  it('names the unit of every column of figures in its header or its caption', async () => {
    expect(await columnsWithoutUnit(page)).toEqual([])
  })

  it('gives every table and chart as a file', async () => {
    const shown =
      'main :is(table, [role=grid], canvas, .bullet-grid, .tiles, .own-map, .need-chart, .bar-figure)'
    const kept = await page.locator(shown).evaluateAll((all: Element[]) =>
      all
        .filter((each) => !each.closest('article'))
        .filter((each) => !each.closest('section, figure')?.querySelector('.download'))
        .map((each) => each.querySelector('caption')?.textContent ?? each.classList.value),
    )
    expect(kept).toEqual(NO_FILE[known.name] ?? [])
  })

  it('can be heard wherever a series, a ranking or a column of figures stands', async () => {
    const silent = await page
      .locator(
        'main :is(section:has(.chart, .need-chart, .figure-table), .ranking:has(table), [aria-labelledby=top]:has(table))',
      )
      .evaluateAll((all) => {
        const figures = (row: Element) =>
          [...row.querySelectorAll('td')].flatMap((cell, at) =>
            cell.matches('.figure-number') && /^[+−-]?\d/.test(cell.innerText) ? [at] : [],
          )
        const hasColumn = (section: Element) => {
          const found = [...section.querySelectorAll('.figure-table tbody tr')].flatMap(figures)
          return new Set(found).size < found.length
        }
        return all
          .filter(
            (each) =>
              each.querySelector('.figure-table') === null ||
              each.querySelector('.chart, .need-chart') !== null ||
              hasColumn(each),
          )
          .filter((each) => each.querySelector('details.sound') === null)
          .map((each) => each.querySelector('h2')?.textContent)
      })
    expect(silent).toEqual([])
  })

  it('says numbers and quarters as they are read aloud', async () => {
    const words = await page.locator('body').innerText()
    const named = (await heardOn(page)).map(({ name }) => name).join('\n')
    expect(`${words}\n${named}`).not.toMatch(/\bNaN\b|\bundefined\b|\bnull\b|\d\.\d+e[+-]?\d/)
    expect(named).not.toMatch(/\d ?[万亿]元/)
    expect(named).not.toMatch(/\b20\d\dQ[1-4](?![-/])|(?<![\w-])Q[1-4]\b/)
  })

  it('is told with every header of its tables, and how those that sort are sorted', async () => {
    const shown = (cells: string) =>
      page.locator(cells).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)
    const roles = (await heardOn(page)).map(({ role }) => role)
    expect(roles.filter((role) => role === 'columnheader')).toHaveLength(
      await shown('th:is([scope=col], [scope=colgroup]), [role=columnheader]'),
    )
    expect(roles.filter((role) => role === 'rowheader')).toHaveLength(
      await shown('th:is([scope=row], [scope=rowgroup]), [role=rowheader]'),
    )
    expect(await page.locator('th:has(.sort):not([aria-sort])').count()).toBe(0)
  })

  it('asks for no pointer: no words that only hovering shows, nothing to be dragged', async () => {
    expect(await page.locator('main [title], header [title], [draggable=true]').count()).toBe(0)
  })
})

/** 2.4.5: the navigation and the list of all pages; regions and indicators by search too, in the tasks. */
describe('the ways to a page', () => {
  it.each(['leader', 'supervisor-440000', 'evaluator'] as const)(
    'are two for a %s: every page stands in the list that each page leads to',
    async (user) => {
      const page = await newPage(scene.browser, scene.server.url)
      await open(page, { name: '', user, address: '/accessibility' })
      await page.locator('footer a[href="/pages"]').click()
      await page.getByRole('heading', { level: 1, name: '全部页面' }).waitFor()
      if (user === 'evaluator') await page.locator('main a[href^="/reports/"]').first().waitFor()
      const listed = await page
        .locator('main a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
      const [role = ''] = user.split('-')
      const wanted = ROUTES.filter(({ roles = [role] }) => roles.includes(role))
        .map(({ address }) => address)
        .filter((address) => !address.includes(':'))
      expect(listed.filter((address) => !address?.startsWith('/reports/')).sort()).toEqual(
        wanted.sort(),
      )
      const led = await page
        .locator('header nav a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
      expect(listed).toEqual(expect.arrayContaining(led))
      await page.context().close()
    },
  )
})

/** 1.3.5, 3.3.1, 3.3.2, 3.3.3, 3.3.8; checklist A26. */
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
    const alert = page.getByRole('alert')
    expect(await alert.innerText()).toMatch(/用户名/)
    expect(await alert.evaluate((one) => one === document.activeElement)).toBe(true)
    const isPasted = await page
      .getByLabel('密码')
      .evaluate((one) => one.dispatchEvent(new ClipboardEvent('paste', { cancelable: true })))
    expect(isPasted).toBe(true)
    await page.context().close()
  })
})
