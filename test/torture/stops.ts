import { stopped } from './serving/stops.ts'

const LIMIT_MS = 10_000

/** C22: a server ended by SIGTERM under load, 20 times. Throws where a question in time got no whole answer, or the end took too long. */
export async function torture([count = '20', users = '50']: string[]): Promise<void> {
  for (let at = 1; at <= Number(count); at += 1) {
    const { status, took, answered, later, lost } = await stopped(Number(users))
    console.log(
      `stop ${at}: status ${String(status)} after ${Math.round(took)} ms, ${answered} answers before, ` +
        `${lost.length} lost, afterwards ${JSON.stringify(later)}`,
    )
    if (status !== 0 || lost.length > 0) throw new Error(lost.slice(0, 5).join('\n'))
    if (took > LIMIT_MS) throw new Error(`It took longer than ${LIMIT_MS} ms`)
  }
}
