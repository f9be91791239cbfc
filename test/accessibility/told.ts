import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { QUIET_MS } from '../../web/shell/when-quiet.ts'
import { settle } from './pages.ts'

/** Checklist A09: so long after the figures are there the words are there. */
const MOST_AFTER_DATA_MS = 1000
/** So long nothing more may be said: longer than the announcer waits for a quiet moment. */
const STILL_MS = 1000

/**
 * Notes every word that a screen reader is told from now on, and how long after the choice or its figures: what
 * is read within the announcer's quiet moment before them is not what they tell.
 */
export function listen(page: Page): Promise<void> {
  return page.evaluate((quiet) => {
    const said: [words: string, lag: number][] = []
    const from = performance.now()
    performance.clearResourceTimings()
    Object.assign(globalThis, { said })
    const region = document.querySelector('.visually-hidden[role=status]')!
    const watched = globalThis as unknown as { watch?: MutationObserver }
    watched.watch?.disconnect()
    watched.watch = new MutationObserver(() => {
      if (region.textContent === '') return
      const now = performance.now()
      const read = performance
        .getEntriesByType('resource')
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
        .filter((end) => end <= now - quiet)
      said.push([region.textContent, now - Math.max(from, ...read)])
    })
    watched.watch.observe(region, { childList: true, subtree: true })
  }, QUIET_MS)
}

/** What was said, when all is still: once that is checked to have come in time. */
export async function told(page: Page): Promise<string[]> {
  const all = () =>
    page.evaluate(() => (globalThis as unknown as { said: [string, number][] }).said)
  await page.waitForFunction(() => (globalThis as unknown as { said: unknown[] }).said.length > 0)
  await settle(page)
  await page.waitForTimeout(STILL_MS)
  const said = await all()
  const late = said.filter(([, lag]) => lag > MOST_AFTER_DATA_MS)
  expect(late).toEqual([])
  return said.map(([words]) => words)
}
