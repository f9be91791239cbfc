import { SingleBar } from 'cli-progress'

export interface Progress {
  step: (done: number, of: number, what: string) => void
  done: () => void
}

/** A bar on a terminal, a line now and then elsewhere; both on standard error. */
export function showProgress(title: string): Progress {
  if (!process.stderr.isTTY) {
    return {
      step: (done, of, what) => {
        if (done % 8 === 0 || done === of) {
          process.stderr.write(`${title} ${String(done)}/${String(of)} ${what}\n`)
        }
      },
      done: () => undefined,
    }
  }
  const bar = new SingleBar({
    format: `${title} {bar} {value}/{total} {what}`,
    stream: process.stderr,
  })
  return {
    step: (done, of, what) => {
      if (!bar.isActive) bar.start(of, 0)
      bar.update(done, { what })
    },
    done: () => bar.stop(),
  }
}
