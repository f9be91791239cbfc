import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { QUIET_MS } from '../../web/shell/when-quiet.ts'
import { settle } from './pages.ts'

/** Checklist A09: so long after the figures are there the words are there, the announcer's quiet moment included. */
const MOST_AFTER_DATA_MS = 1000
const BEAT_MS = 20
/** So long nothing more may be said: longer than the announcer waits for a quiet moment. */
const STILL_MS = 1000

/**
 * Notes every word that a screen reader is told from now on, and how long after the choice or its figures: what
 * is read within the announcer's quiet moment before them is not what they tell. It is counted in beats, of
 * which a page has fewer where the machine is busy with something else.
 */
export function listen(page: Page): Promise<void> {
  return page.evaluate(
    ([quiet, every]) => {
      const said: [words: string, lag: number][] = []
      const from = performance.now()
      performance.clearResourceTimings()
      const watched = globalThis as unknown as { watch?: MutationObserver; beating?: number }
      window.clearInterval(watched.beating)
      watched.watch?.disconnect()
      const beats: number[] = []
      watched.beating = window.setInterval(() => beats.push(performance.now()), every)
      Object.assign(globalThis, { said })
      const region = document.querySelector('.visually-hidden[role=status]')!
      watched.watch = new MutationObserver(() => {
        if (region.textContent === '') return
        const now = performance.now()
        const read = performance
          .getEntriesByType('resource')
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
          .filter((end) => end <= now - quiet)
        const since = Math.max(from, ...read)
        said.push([region.textContent, beats.filter((beat) => beat > since).length * every])
      })
      watched.watch.observe(region, { childList: true, subtree: true })
    },
    [QUIET_MS, BEAT_MS] as const,
  )
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
