/** Cube's in-memory result cache, which never forgets by itself. */
export type ResultCache = {
  get(key: string): Promise<unknown>
  keysStartingWith(prefix: string): Promise<string[]>
  remove(key: string): Promise<void>
}

/** Answers by key, the least recently asked for forgotten beyond so many cells; a failure is not kept. */
export class AnswerCache<Answer> {
  readonly #kept = new Map<string, Promise<Answer>>()
  readonly #cells = new Map<string, number>()
  readonly #sizeOf: (answer: Answer) => number
  readonly #mostCells: number
  #total = 0

  constructor(mostCells: number, sizeOf: (answer: Answer) => number) {
    this.#mostCells = mostCells
    this.#sizeOf = sizeOf
  }

  /** Who asks while an answer is being made waits for the same one. */
  get(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#kept.get(key) ?? this.#make(key, make)
    this.#kept.delete(key)
    this.#kept.set(key, answer)
    return answer
  }

  #make(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const answer = make()
    answer.then(
      (made) => this.#count(key, this.#sizeOf(made)),
      () => this.#kept.delete(key),
    )
    return answer
  }

  /** An answer that was forgotten while it was being made is not counted. */
  #count(key: string, cells: number): void {
    if (!this.#kept.has(key)) return
    this.#cells.set(key, cells)
    this.#total += cells
    for (const oldest of this.#kept.keys()) {
      if (this.#total <= this.#mostCells) return
      this.#total -= this.#cells.get(oldest) ?? 0
      this.#cells.delete(oldest)
      this.#kept.delete(oldest)
    }
  }
}

function rowsIn(entry: unknown): number {
  const result = (entry as { result?: unknown } | undefined)?.result
  return Array.isArray(result) ? result.length : 0
}

/** Removes the oldest results so that at most `maximumRows` rows stay. Returns how many stay. */
export async function pruneCache(cache: ResultCache, maximumRows: number): Promise<number> {
  let kept = 0
  for (const key of (await cache.keysStartingWith('')).reverse()) {
    const rows = rowsIn(await cache.get(key))
    if (kept + rows > maximumRows) await cache.remove(key)
    else kept += rows
  }
  return kept
}
