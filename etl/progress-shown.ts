import { SingleBar } from 'cli-progress'

import type { OnProgress } from './run.ts'

const slow_ms = 2_000

/** Shows the load's steps: a bar on a terminal, otherwise a line now and then for those that take long. */
export function progressShown(): { show: OnProgress; stop: () => void } {
  return process.stderr.isTTY ? asBar() : asLines()
}

function asBar(): { show: OnProgress; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {step} {value}/{total}{read}',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  })
  let started = false
  return {
    show(step, done = 0, total = 1, rows) {
      const words = { step, read: readWords(rows) }
      if (!started) bar.start(total, done, words)
      started = true
      bar.setTotal(total)
      bar.update(done, words)
    },
    stop: () => bar.stop(),
  }
}

function asLines(): { show: OnProgress; stop: () => void } {
  let last = Date.now()
  return {
    show(step, done, total, rows) {
      if (Date.now() - last < slow_ms) return
      last = Date.now()
      console.error(
        done === undefined ? `${step}…` : `${step} ${done}/${total ?? ''}${readWords(rows)}`,
      )
    },
    stop: () => undefined,
  }
}

function readWords(rows: number | undefined): string {
  return rows === undefined ? '' : `（已读 ${rows} 行）`
}
