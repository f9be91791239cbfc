import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { rowsOf } from '../../../etl/database.ts'
import { Dice } from '../../differential/dice.ts'
import { columnsOf } from '../../reference/extract-columns.ts'
import { dataDir, withStaged } from '../../etl/staged-inbox.ts'
import { encodings, texts } from '../../etl/hostile/whole-files.ts'
import { mutatedBytes, mutatedText } from './mutation.ts'
import { strictlyRead } from './strict-reader.ts'

const folder = '2018Q2/440000'
const training = columnsOf('training')
const regions = readFileSync(join(dataDir, 'reference', 'region_unit.csv'), 'utf8')
const around = {
  regionCodes: new Set(regions.split('\n').map((line) => line.slice(0, 6))),
  isDemonstration: false,
}

/** What a batch of mutated files came to. */
export interface Fuzzed {
  accepted: number
  refused: number
  /** Rows that were accepted and should not have been. */
  wrong: string[]
}

/** Loads mutated training files together and compares each accepted row with the strict reader's. */
export async function fuzzed(seed: number, count: number): Promise<Fuzzed> {
  const files = mutatedFiles(seed, count)
  return withStaged(Object.fromEntries(files), async (staged) => {
    const rows = await rowsOf(staged, acceptedRows)
    const wrong = rows.filter((row) => !isSound(row, files)).map((row) => JSON.stringify(row))
    return { accepted: rows.length, refused: await refusedFiles(staged), wrong }
  })
}

export function mutatedFiles(seed: number, count: number): Map<string, Buffer> {
  const dice = new Dice(seed)
  return new Map(
    Array.from({ length: count }, (_, at) => [`${folder}/training-${at}.csv`, mutatedFile(dice)]),
  )
}

function mutatedFile(dice: Dice): Buffer {
  const encode = dice.one(Object.values(encodings))
  if (dice.chance(0.7)) return encode(mutatedText(dice.one(texts), dice))
  return mutatedBytes(encode(dice.one(texts)), dice)
}

const acceptedRows = `
  select f.path, t.line, t.is_void, t.record_number, t.programme, t.region_code, t.institution_code,
    t.started_on, t.ended_on, t.is_free, t.satisfaction, t.subsidy
  from staging.training t join staging.file f using (file_id)`

async function refusedFiles(staged: DuckDBConnection): Promise<number> {
  const [found] = await rowsOf(
    staged,
    `select cast(count(*) as integer) as files from staging.file where fate = 'refused'`,
  )
  return Number(found?.['files'])
}

/** Whether the strict reader accepts the same row with the same values. */
function isSound(row: Record<string, unknown>, files: Map<string, Buffer>): boolean {
  const bytes = files.get(String(row['path'])) ?? Buffer.alloc(0)
  const values = strictlyRead(bytes, training, around).get(Number(row['line']))
  if (!values) return false
  if (row['is_void'])
    return values.record_state === '作废' && values.record_number === row['record_number']
  const same = [
    'record_number',
    'programme',
    'region_code',
    'institution_code',
    'started_on',
    'ended_on',
  ]
  return (
    same.every((name) => values[name] === row[name]) &&
    (values['is_free'] === '是') === row['is_free'] &&
    sameNumber(values['satisfaction'], row['satisfaction']) &&
    sameNumber(values['subsidy'], row['subsidy'])
  )
}

function sameNumber(text: string | null | undefined, number: unknown): boolean {
  if (text == null || number == null) return text == null && number == null
  return Math.abs(Number(text) - Number(number)) < 0.0001
}
