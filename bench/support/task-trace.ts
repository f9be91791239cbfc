import type { Browser, Page } from 'playwright-core'

/** A task of the page's main thread, in milliseconds; what others kept it waiting for is not in `processor`. */
export interface Task {
  lasted: number
  processor: number
  during: string
}

interface TraceEvent {
  name: string
  cat: string
  pid: number
  tid: number
  /** Microseconds; so are the others. */
  ts: number
  dur?: number
  tdur?: number
}

const MARK = 'during: '
/** The bench's own work on the page. */
export const APART = 'memory'

/** From here on tasks are known by what was being done. */
export async function markDoing(page: Page, what: string): Promise<void> {
  await page.evaluate((name) => {
    performance.mark(name)
    performance.clearMarks(name)
  }, MARK + what)
}

/** The tasks of the page while something is done, without those of the bench itself. */
export async function tracedTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await work()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  return tasksOf(trace.traceEvents)
}

function tasksOf(events: TraceEvent[]): Task[] {
  const marks = events.filter(({ name }) => name.startsWith(MARK)).toSorted((a, b) => a.ts - b.ts)
  const [first] = marks
  if (first === undefined) throw new Error('The trace says nothing of what was done')
  return events
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .filter(({ name, dur }) => name === 'ThreadControllerImpl::RunTask' && dur !== undefined)
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      lasted: dur / 1_000,
      processor: tdur / 1_000,
      during: marks.findLast((mark) => mark.ts <= ts)?.name.slice(MARK.length) ?? APART,
    }))
    .filter(({ during }) => during !== APART)
}
