import type { Locator, Page } from 'playwright-core'

/** Nothing is read any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
}

/** Milliseconds from the press until what is awaited stands there, in the page's own time. */
export async function timeOf(
  page: Page,
  pressed: Locator,
  awaited: string,
  heading?: string,
): Promise<number> {
  const element = await pressed.elementHandle()
  const taken = await page.evaluate(
    async ([target, selector, name]) => {
      const begun = performance.now()
      ;(target as HTMLElement).click()
      for (;;) {
        await new Promise(requestAnimationFrame)
        const isNamed = name === undefined || document.querySelector('h1')?.textContent === name
        if (isNamed && document.querySelector(selector) !== null) return performance.now() - begun
      }
    },
    [element, awaited, heading] as const,
  )
  await element.dispose()
  return taken
}
