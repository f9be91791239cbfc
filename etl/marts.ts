import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { readBalances } from './balances.ts'
import { createMacros } from './macros.ts'
import { loadPlans, readPlans } from './plans.ts'
import { loadReference } from './reference.ts'
import type { OnProgress } from './run.ts'
import { step } from './step.ts'

const extracts = [
  'registration',
  'employment',
  'training',
  'service',
  'levy_filing',
  'placement',
  'levy_ledger',
  'institution',
  'target',
  'milestone',
  'population',
  'published',
]

/** Those that are asked again rather than written: too many rows for what they leave out. */
const cheap = ['standing/registration', 'standing/filing_state', 'standing/filing_levy']

/** Not a table but the type of the values it selects. */
const types = ['standing/code']

/** Every table after those it reads. */
export const tables = [
  'standing/person_several',
  'standing/registration_replaced',
  ...extracts.map((extract) => `standing/${extract}`),
  'standing/registration_withdrawn',
  'standing/region_unit',
  'standing/region_step',
  'marts/region_landing',
  'marts/region',
  'standing/code',
  'standing/landing',
  'standing/residence_end',
  'standing/residence',
  'marts/self_residence',
  'marts/reported',
  'marts/as_of',
  'marts/plan_indicator',
  'standing/completion',
  'standing/registration_version',
  'standing/qualified_completion',
  'marts/trained_person',
  'standing/first_employment',
  'marts/new_employment',
  'marts/trained_staff',
  'standing/employment_state',
  'standing/due_question',
  'standing/person_due',
  'standing/reached',
  'standing/person_reached',
  'marts/person_rate',
  'marts/person_profile',
  'marts/filing_day',
  'marts/basis_year',
  'marts/register_entry',
  'marts/lead_employer',
  'standing/family',
  'standing/family_at_work',
  'marts/household',
  'marts/family_number_missing',
  'marts/milestone_state',
  'standing/leaf_prefecture',
  'standing/tier_due',
  'standing/tier_site',
  'standing/unit_due',
  'standing/institution_site',
  'standing/institution_open',
  'marts/institution_coverage',
  'marts/open_institution',
  'marts/graduate',
  'standing/placement_first',
  'marts/placed_person',
  'marts/levy_ledger',
  'standing/placement_valid',
  'standing/placement_count',
  'standing/filing_state',
  'standing/filing_levy',
  'marts/levy_filing',
  'standing/followed',
  'standing/followed_registration',
  'standing/registered',
  'standing/follow_window',
  'standing/training_without_work',
  'standing/lasting_spell',
  'marts/training_conversion',
  'marts/converting_spell',
  'marts/training_cohort',
  'marts/training_place',
  'marts/training_institution',
  'marts/rated_training',
  'marts/duplicate_placement',
  'marts/duplicate_pair',
  'marts/levy_chain',
  'marts/region_unit',
  'marts/target',
  'marts/target_version',
  'marts/file',
  'marts/quarantine',
  'standing/file_rows',
  'marts/submission',
  'marts/unmatched',
  'marts/published',
]

export interface BuildInput {
  dataDir: string
  /** Of the statements; without it the program's own. */
  sqlDir?: string | undefined
  onProgress?: OnProgress | undefined
}

/**
 * Makes the schemas `standing` and `marts` anew from the schema `staging` and the reference data and plans
 * of `dataDir`, by the statements in `sqlDir`. `asOf` (YYYY-MM-DD) is the dataset's own as-of day; the
 * marts hold every other day too, as states with an interval of days. Throws an Error that names the file
 * at fault.
 */
export async function buildMarts(
  connection: DuckDBConnection,
  input: BuildInput & { asOf: string },
): Promise<void> {
  await prepareMarts(connection, input)
  await buildTables(connection, tables, input)
}

/** The schemas `standing` and `marts`, empty, with all that their tables need beside `staging`. */
export async function prepareMarts(
  connection: DuckDBConnection,
  { asOf, dataDir }: BuildInput & { asOf: string },
): Promise<void> {
  for (const schema of ['standing', 'marts']) {
    await connection.run(`drop schema if exists ${schema} cascade`)
    await connection.run(`create schema ${schema}`)
  }
  await createMacros(connection, 'published')
  await loadReference(connection, dataDir)
  await loadPlans(connection, await readPlans(dataDir))
  await setAsOf(connection, asOf)
}

/** What the statements ask of the dataset's as-of day; each connection that runs them must be told. */
export async function setAsOf(connection: DuckDBConnection, asOf: string): Promise<void> {
  await connection.run('set variable as_of = cast($1 as date)', [asOf])
}

/** Makes those of the tables that `names` has, in the order in which they need each other. */
export async function buildTables(
  connection: DuckDBConnection,
  names: readonly string[],
  { sqlDir = join(import.meta.dirname, 'sql'), onProgress }: Omit<BuildInput, 'dataDir'>,
): Promise<void> {
  const balanced = Object.entries(await readBalances())
    .filter(([, { of }]) => of === undefined)
    .map(([mart]) => `marts/${mart}`)
  const views = new Set([...balanced, ...cheap])
  for (const table of tables.filter((one) => names.includes(one))) {
    const name = `汇总 ${table}`
    const kind = types.includes(table) ? 'type' : views.has(table) ? 'view' : 'table'
    await step(connection, { name, onProgress }, () =>
      build(connection, join(sqlDir, `${table}.sql`), { table, kind }),
    )
  }
}

/** The tables and those that they are made of, as their statements name them, but none that is given. */
export async function neededFor(
  wanted: readonly string[],
  given: readonly string[] = [],
): Promise<string[]> {
  const needed = new Set<string>()
  const waiting = [...wanted]
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    if (needed.has(table) || given.includes(table) || !tables.includes(table)) continue
    needed.add(table)
    const sql = await readFile(join(import.meta.dirname, 'sql', `${table}.sql`), 'utf8')
    for (const [, schema, name] of sql.matchAll(/\b(standing|marts)\.([a-z_]+)/g))
      waiting.push(`${String(schema)}/${String(name)}`)
  }
  return [...needed]
}

async function build(
  connection: DuckDBConnection,
  path: string,
  { table, kind }: { table: string; kind: 'type' | 'view' | 'table' },
): Promise<void> {
  const statement = await readFile(path, 'utf8')
  try {
    const what = kind === 'type' ? `enum (\n${statement})` : `\n${statement}`
    await connection.run(`create or replace ${kind} ${table.replace('/', '.')} as ${what}`)
  } catch (error) {
    throw new Error(`${path} failed: ${String(error)}`, { cause: error })
  }
}
