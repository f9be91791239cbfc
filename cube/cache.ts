/** Cube's in-memory result cache, which never forgets by itself. */
export type ResultCache = {
  get(key: string): Promise<unknown>
  keysStartingWith(prefix: string): Promise<string[]>
  remove(key: string): Promise<void>
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
