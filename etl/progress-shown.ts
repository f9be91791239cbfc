import { SingleBar } from 'cli-progress'

import type { OnProgress } from './run.ts'

const slow_ms = 2_000

/** Shows the load's steps: a bar on a terminal, otherwise a line now and then for those that take long. */
export function progressShown(): { show: OnProgress; stop: () => void } {
  return process.stderr.isTTY ? asBar() : asLines()
}

function asBar(): { show: OnProgress; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {step} {value}/{total}{read}{pace}',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  })
  const pace = paced()
  let started = false
  return {
    show(step, done = 0, total = 1, rows) {
      const words = { step, read: readWords(rows), pace: pace(step, done, total) }
      if (!started) bar.start(total, done, words)
      started = true
      bar.setTotal(total)
      bar.update(done, words)
    },
    stop: () => bar.stop(),
  }
}

function asLines(): { show: OnProgress; stop: () => void } {
  const pace = paced()
  let last = Date.now()
  return {
    show(step, done = 0, total, rows) {
      const told = pace(step, done, total ?? 0)
      if (Date.now() - last < slow_ms) return
      last = Date.now()
      console.error(
        total === undefined ? `${step}…` : `${step} ${done}/${total}${readWords(rows)}${told}`,
      )
    },
    stop: () => undefined,
  }
}

function readWords(rows: number | undefined): string {
  return rows === undefined ? '' : `（已读 ${rows} 行）`
}

/**
 * Tells how fast a step goes, in rows or files a second, and the seconds left; nothing of a short one.
 * Steps may take turns; one that falls back begins anew.
 */
export function paced(now: () => number = Date.now): (...told: [string, number, number]) => string {
  const begun = new Map<string, { since: number; first: number; last: number }>()
  return (step, done, total) => {
    let own = begun.get(step)
    if (!own || done < own.last) own = { since: now(), first: done, last: done }
    begun.set(step, { ...own, last: done })
    const ms = now() - own.since
    const rate = ((done - own.first) / ms) * 1000
    if (ms < slow_ms || !(rate > 0)) return ''
    const left = Math.max(Math.ceil((total - done) / rate), 0)
    return `，${shown(Math.round(rate))}/秒，约余 ${shown(left)} 秒`
  }
}

function shown(count: number): string {
  return count.toLocaleString('en-US')
}
