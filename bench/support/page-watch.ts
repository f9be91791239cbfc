import type { Page } from 'playwright-core'

type Watched = typeof globalThis & { longTasks?: number[] }

/** Runs in the page, before anything else. */
export function watchLongTasks(): void {
  const tasks: number[] = []
  ;(globalThis as Watched).longTasks = tasks
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

export function forgetLongTasks(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as Watched).longTasks?.splice(0))
}

/** Milliseconds; 0 where no task took 50 or more. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...((globalThis as Watched).longTasks ?? [])))
}

/** Milliseconds since the navigation. */
export function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

/** Bytes of script as they came over the wire. */
export function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
}

/** Bytes in use after a forced collection of garbage. */
export async function heapBytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}

/**
 * Milliseconds of CPU that the page's main thread spends while something is done: whole and in script.
 * Other work on the machine makes frames wait, but is not counted here.
 */
export async function mainThread(
  page: Page,
  work: () => Promise<void>,
): Promise<{ task: number; script: number }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    const of = (name: string) => 1_000 * (metrics.find((one) => one.name === name)?.value ?? 0)
    return { task: of('TaskDuration'), script: of('ScriptDuration') }
  }
  const before = await read()
  await work()
  const after = await read()
  await devtools.detach()
  return { task: after.task - before.task, script: after.script - before.script }
}

/** Frames a second while the grid is scrolled from its first to its last row in so many milliseconds. */
export function framesWhileScrolling(page: Page, lasting: number): Promise<number> {
  return page.evaluate(async (whole) => {
    const grid = document.querySelector('[role=grid]')
    if (grid === null) throw new Error('There is no grid to scroll')
    const begun = performance.now()
    let frames = 0
    for (let passed = 0; passed < whole; passed = performance.now() - begun) {
      grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * (passed / whole)
      await new Promise(requestAnimationFrame)
      frames += 1
    }
    return (frames * 1_000) / (performance.now() - begun)
  }, lasting)
}

/**
 * The grid goes on by four rows each frame, as by a wheel: frames a second, and CPU milliseconds of the
 * main thread a frame.
 */
export async function wheeled(page: Page): Promise<{ frames: number; cost: number }> {
  const count = 240
  let lasted = 0
  const { task } = await mainThread(page, async () => {
    lasted = await page.evaluate(async (all) => {
      const grid = document.querySelector('[role=grid]')
      if (grid === null) throw new Error('There is no grid to scroll')
      grid.scrollTop = 0
      const begun = performance.now()
      for (let at = 0; at < all; at += 1) {
        grid.scrollTop += 120
        await new Promise(requestAnimationFrame)
      }
      return performance.now() - begun
    }, count)
  })
  return { frames: (count * 1_000) / lasted, cost: task / count }
}
