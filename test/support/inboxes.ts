import { runSample } from '../../etl/sample/run.ts'
import { prepared } from './prepared.ts'

/** A small demonstration inbox, made once: to be read, never written. */
export async function sampleInbox(): Promise<string> {
  return prepared('inbox', ['etl/sample', 'data'], (folder) =>
    runSample({ scale: 0.0006, seed: 7, to: folder }),
  )
}
