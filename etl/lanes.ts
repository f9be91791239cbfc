import type { DuckDBConnection } from '@duckdb/node-api'

/** The connection of the load, and another beside it. */
export type Lanes = readonly [DuckDBConnection, DuckDBConnection]

/**
 * Runs tasks that touch nothing of each other, each as soon as a lane is free, such as a connection to one
 * database; answers in the tasks' order. Where one fails no other is begun, and its error is
 * thrown once none runs any more.
 */
export async function inLanes<Lane, Task, Result>(
  lanes: readonly Lane[],
  tasks: readonly Task[],
  run: (lane: Lane, task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const failed: unknown[] = []
  const waiting = [...tasks.entries()]
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [at, task] = next
        try {
          results[at] = await run(lane, task)
        } catch (error) {
          failed.push(error)
          waiting.length = 0
        }
      }
    }),
  )
  if (failed.length > 0) throw failed[0]
  return results
}
