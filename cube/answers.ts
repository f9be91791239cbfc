import { MART_FAULT } from './duckdb-driver.ts'
import { MetricsError } from './metrics-error.ts'

/** What Cube's gateway hands back: an answer still to be written out, or an object. */
type Message = { isWrapper?: boolean; getFinalResult?: () => Promise<ArrayBuffer> }

export type Answer = { status: number; body: Buffer }

export type Failure = { status: number; error: string }

export async function toAnswer(message: unknown, status = 200): Promise<Answer> {
  const { isWrapper, getFinalResult } = message as Message
  if (isWrapper && getFinalResult)
    return { status, body: Buffer.from(await getFinalResult.call(message)) }
  return { status, body: Buffer.from(JSON.stringify(message)) }
}

export function failureIn({ status, body }: Answer): Failure | undefined {
  if (status === 200 && !body.subarray(0, 9).equals(Buffer.from('{"error":'))) return undefined
  const { error } = JSON.parse(body.toString('utf8')) as { error: string }
  return { status, error }
}

export function isStillRunning({ error }: Failure): boolean {
  return error.includes('Continue wait')
}

/** Cube throws these as plain errors, though they are the asker's; the last is DuckDB's. */
const askersFault =
  /UserError|not found|limit has been exceeded|not allowed|join path|call stack|Conversion Error/

export function isAskersFault(error: string): boolean {
  return askersFault.test(error)
}

/** Cube's errors carry SQL and English; the person who asked gets a sentence that says what to do. */
export function toMetricsError({ status, error }: Failure): MetricsError {
  if (error.includes('You requested hidden member'))
    return new MetricsError(
      'no_permission',
      '查询了不存在或没有权限的指标或维度，请对照 /cubejs-api/v1/meta。',
    )
  if (isAskersFault(error) || (status === 400 && !error.includes(MART_FAULT)))
    return new MetricsError(
      'bad_query',
      '查询写法有误，请对照 /cubejs-api/v1/meta 检查各成员和参数。',
    )
  return new MetricsError('unavailable', '数据暂时无法读取，请稍后再试。')
}
