import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import type { ProgressRow } from '../support/progress-rows.ts'
import { temporaryFolder } from '../support/warehouses.ts'
import { Dice } from './dice.ts'
import { figureDisagreements } from './disagreements.ts'
import { writeRandomInbox } from './random-inbox.ts'
import { shuffleFiles } from './shuffled.ts'

const days = ['2017-12-31']

type RowsByDay = Record<string, ProgressRow[]>

async function rowsInZone(zone: string, inbox: string, to: string): Promise<RowsByDay> {
  const script = join(import.meta.dirname, 'print-rows.ts')
  const options = { env: { ...process.env, TZ: zone } }
  const command = ['--import', 'tsx', script, inbox, to, ...days]
  await promisify(execFile)(process.execPath, command, options)
  return JSON.parse(await readFile(to, 'utf8')) as RowsByDay
}

describe('what must not change a figure', () => {
  it(
    'is the order of rows and columns, nor the zone of the machine',
    { timeout: 240_000 },
    async () => {
      const folder = await temporaryFolder('order')
      const inbox = join(folder, 'inbox')
      await writeRandomInbox(inbox, 3)
      const book = new Book(await readWorld(inbox))
      await shuffleFiles(inbox, new Dice(3))
      const rows = await rowsInZone('Asia/Shanghai', inbox, join(folder, 'rows.json'))
      for (const day of days) expect(figureDisagreements(rows[day]!, book, day)).toEqual([])
      await rm(folder, { recursive: true })
    },
  )
})
