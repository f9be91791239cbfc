import type { DuckDBConnection } from '@duckdb/node-api'

import type { OnProgress } from './run.ts'

const often_ms = 500

/** Runs one step of a load and tells, while it runs, how many rows of how many DuckDB has gone through. */
export async function step<T>(
  connection: DuckDBConnection,
  { name, onProgress }: { name: string; onProgress: OnProgress | undefined },
  run: () => Promise<T>,
): Promise<T> {
  if (!onProgress) return run()
  onProgress(name)
  const timer = setInterval(() => {
    const { rows_processed: done, total_rows_to_process: total } = connection.progress
    if (total > 0n) onProgress(name, Number(done), Number(total))
  }, often_ms)
  try {
    return await run()
  } finally {
    clearInterval(timer)
  }
}
