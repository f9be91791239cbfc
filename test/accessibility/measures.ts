import type { Page } from 'playwright-core'

/** By how many pixels the page is wider than what shows of it. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/** What makes the page wider than what shows of it: the innermost elements that reach beyond its edge. */
export function beyondEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter(
      (each) =>
        each.getBoundingClientRect().right > clientWidth + 0.5 &&
        each.closest('.visually-hidden, .table-scroll') === null,
    )
    return beyond
      .filter((each) => !beyond.some((other) => other !== each && each.contains(other)))
      .map((each) => each.outerHTML.slice(0, 100))
  })
}

/** Texts that are cut off: their box hides what does not fit, or it is laid over the next cell of a grid. */
export function clipped(page: Page): Promise<string[]> {
  return page.locator('main *, header *').evaluateAll((all) =>
    all
      .filter((each) => {
        if (each.closest('.visually-hidden, svg, [aria-hidden=true]') !== null) return false
        if (each.textContent.trim() === '' || !each.checkVisibility()) return false
        const { overflowX, overflowY } = getComputedStyle(each)
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (hides(overflowY) && each.scrollHeight > each.clientHeight + 1) ||
          ((hides(overflowX) || each.role === 'gridcell') &&
            each.scrollWidth > each.clientWidth + 1)
        )
      })
      .map((each) => `${each.getAttribute('class') ?? ''}: ${each.textContent.slice(0, 40)}`),
  )
}

/** What is lost where every letter is twice as large: texts that are cut off, and by how many pixels what goes beyond the window. */
export async function lostInLargeLetters(page: Page): Promise<{ cut: string[]; beyond: string[] }> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { font-size: 200% !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  const pixels = await overflow(page)
  const beyond = pixels > 0 ? [`${pixels} pixels`, ...(await beyondEdge(page))] : []
  const found = { cut: await clipped(page), beyond }
  await page.evaluate(() => document.adoptedStyleSheets.pop())
  return found
}
