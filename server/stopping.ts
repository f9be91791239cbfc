import { get, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** Whoever shares out the questions sees meanwhile that the server is no longer ready; what is on its way comes in. */
const NOTICE_MS = 200
/** For so long at least, those who ask again are told. */
const REFUSING_MS = 200
/** From the first word to the last connection. */
const GRACE_MS = 10_000

/** How a server ends: what had come is answered whole, what comes later is refused, and nobody is waited for who only keeps asking. */
export class Stopping {
  private state: 'ready' | 'stopping' | 'closed' = 'ready'
  private readonly answers = new Set<ServerResponse>()

  constructor(private readonly server: Server) {
    server.on('request', (_request, answer: ServerResponse) => {
      this.answers.add(answer)
      answer.once('close', () => this.answers.delete(answer))
      if (!this.isReady()) endWith(answer)
    })
  }

  isReady = (): boolean => this.state === 'ready'
  isClosed = (): boolean => this.state === 'closed'

  /** Resolves when the server no longer listens and no connection is left. */
  async stop(): Promise<void> {
    const graceIsOver = setTimeout(GRACE_MS, undefined, { ref: false })
    this.state = 'stopping'
    this.answers.forEach(endWith)
    await setTimeout(NOTICE_MS)
    await Promise.race([this.earlierOnesRead(), graceIsOver])
    this.state = 'closed'
    const underWay = [...this.answers].map(closed)
    await Promise.race([Promise.all([setTimeout(REFUSING_MS), ...underWay]), graceIsOver])
    const ended = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeAllConnections()
    await ended
  }

  /**
   * Node takes waiting connections in their order and one a turn, so that a busy server may have many
   * before it that have asked long ago. With a question of its own answered, all before it are read.
   */
  private earlierOnesRead(): Promise<void> {
    const { address: host, port } = this.server.address() as AddressInfo
    return new Promise((resolve) => {
      get({ host, port, path: '/livez', agent: false }, (answer) => {
        answer.resume()
        resolve()
      }).on('error', () => resolve())
    })
  }
}

/** Its connection ends with the answer: on one that is kept, the next question could meet its end. */
function endWith(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('Connection', 'close')
}

/** Not only ended: a large answer to a slow reader waits in memory until then. */
function closed(answer: ServerResponse): Promise<void> {
  return new Promise((resolve) => answer.once('close', resolve))
}
