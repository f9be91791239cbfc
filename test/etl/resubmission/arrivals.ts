import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { accountForFiles } from '../../../etl/accounting.ts'
import { openScratch } from '../../../etl/database.ts'
import { readLayouts, type Layout } from '../../../etl/layouts.ts'
import { stageInbox } from '../../../etl/load.ts'
import { findSubmission } from '../../../etl/submission.ts'
import { dataDir, key, lines, temporaryFolder, writeFiles } from '../staged-inbox.ts'
import { filesOf, sentAgain, standingOf, type Pair } from './pairs.ts'

type Files = Record<string, string>

/** What an inbox comes to: the rows that stand, and all else that is told of its files and rows. */
interface Ending {
  standing: string[]
  told: string[]
}

const standings = join(dataDir, '..', 'etl', 'sql', 'standing')

/**
 * Lets the files of a pair arrive in each order, looks at the inbox after each as a load does, and stages
 * what lies there at the end. Throws an Error where load(A, B), load(B, A) and load(A, A, B) differ, where
 * a row is unaccounted for, or where anything stands but what the rule says.
 */
export async function requireSameEnding(pair: Pair, layouts: Layout[]): Promise<void> {
  const [a, b] = [filesOf([pair], ['first']), filesOf([pair], ['second'])]
  const ab = await arrived([a, b], layouts)
  const ba = await arrived([b, a], layouts)
  const aab = await arrived([a, sentAgain(a), b], layouts)
  const due = JSON.stringify(standingOf([pair]).sort())
  const faults = [
    JSON.stringify(ab) === JSON.stringify(ba) ? [] : ['load(A, B) is not load(B, A)'],
    JSON.stringify(ab.standing) === due ? [] : ['load(A, B) is not what the rule says'],
    JSON.stringify(aab.standing) === due ? [] : ['load(A, A, B) is not load(A, B)'],
  ].flat()
  if (faults.length === 0) return
  throw new Error([...faults, JSON.stringify({ pair, due, ab, ba, aab }, null, 1)].join('\n'))
}

async function arrived(arrivals: Files[], layouts: Layout[]): Promise<Ending> {
  const work = temporaryFolder()
  const [inbox, hashes] = [join(work, 'inbox'), join(work, 'hashes.json')]
  const look = () => findSubmission(inbox, { dataDir, layouts, hashes })
  try {
    for (const files of arrivals) {
      writeFiles(inbox, files)
      await look()
    }
    return await endingOf({ inbox, work, layouts, submission: await look() })
  } finally {
    rmSync(work, { recursive: true })
  }
}

interface Arrived {
  inbox: string
  work: string
  layouts: Layout[]
  submission: Awaited<ReturnType<typeof findSubmission>>
}

async function endingOf(at: Arrived): Promise<Ending> {
  const { connection, close } = await openScratch(join(at.work, 'work.duckdb'), { threads: '1' })
  try {
    await stageInbox(connection, { ...at, dataDir, key, onProgress: undefined })
    await stand(connection, at.layouts)
    return {
      standing: await lines(
        connection,
        'select unit, record_number, satisfaction from standing.training order by all',
      ),
      told: [
        ...(await lines(connection, 'from staging.file order by all')),
        ...(await lines(connection, 'from staging.quarantine order by all')),
        JSON.stringify(await accountForFiles(connection)),
      ],
    }
  } finally {
    close()
  }
}

async function stand(connection: DuckDBConnection, layouts: Layout[]): Promise<void> {
  await connection.run('create schema standing')
  const before = ['person_several', 'registration_replaced']
  for (const table of [...before, ...layouts.map(({ extract }) => extract), 'file_rows']) {
    const sql = readFileSync(join(standings, `${table}.sql`), 'utf8')
    await connection.run(`create table standing.${table} as ${sql}`)
  }
}

export function knownLayouts(): Promise<Layout[]> {
  return readLayouts(dataDir)
}
