import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A whole answer: its type, its bytes, and the same compressed where that is worth it. */
export type StoredAnswer = { type: string; body: Buffer; zipped: Buffer | null }

const compress = promisify(gzip)

/** Bytes kept in all; the least recently asked for go first. */
const MOST_BYTES = 192 * 2 ** 20

/**
 * Answers of published datasets, which never change, by a key that names all they depend on: also the
 * role and the region of the session, so that none crosses to another. Who asks while an answer is
 * being made waits for the same one; a failure is not kept.
 */
export class AnswerStore {
  readonly #kept = new Map<string, StoredAnswer>()
  readonly #making = new Map<string, Promise<StoredAnswer>>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes
  }

  async get(key: readonly string[], make: () => Promise<StoredAnswer>): Promise<StoredAnswer> {
    const name = JSON.stringify(key)
    const kept = this.#kept.get(name)
    if (kept !== undefined) {
      this.#kept.delete(name)
      this.#kept.set(name, kept)
      return kept
    }
    const making = this.#making.get(name) ?? this.#make(name, make)
    this.#making.set(name, making)
    return making
  }

  async #make(name: string, make: () => Promise<StoredAnswer>): Promise<StoredAnswer> {
    try {
      const answer = await make()
      this.#keep(name, answer)
      return answer
    } finally {
      this.#making.delete(name)
    }
  }

  #keep(name: string, answer: StoredAnswer): void {
    if (sizeOf(answer) > this.#mostBytes) return
    this.#kept.set(name, answer)
    this.#bytes += sizeOf(answer)
    for (const [oldest, other] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return
      this.#kept.delete(oldest)
      this.#bytes -= sizeOf(other)
    }
  }
}

function sizeOf({ body, zipped }: StoredAnswer): number {
  return body.length + (zipped?.length ?? 0)
}

/** JSON, compressed once at the quickest level. */
export async function storedJson(value: unknown): Promise<StoredAnswer> {
  const body = Buffer.from(JSON.stringify(value))
  return {
    type: 'application/json; charset=utf-8',
    body,
    zipped: await compress(body, { level: 1 }),
  }
}
