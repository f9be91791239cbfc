import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'

const day = z.iso.date()
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected MM-DD')
const names = z.looseObject({ zh: z.string().min(1), en: z.string().min(1) })

const columnTypes = {
  text: 'VARCHAR',
  texts: ['VARCHAR'],
  yes_no: 'BOOLEAN',
  integer: 'INTEGER',
  integers: ['INTEGER'],
  decimal: 'DOUBLE',
  day_of_year: 'VARCHAR',
}

const permitted = z.record(
  z.string(),
  z.strictObject({
    type: z.literal(Object.keys(columnTypes) as (keyof typeof columnTypes)[]),
    values: z.array(z.string()).min(1).optional(),
    needed_by: z.array(z.string()).default([]),
  }),
)

/** What the marts may ask of a record; a condition that an indicator does not name is not asked. */
const asked = permitted.parse(
  parse(readFileSync(join(import.meta.dirname, 'sql', 'parameters.yaml'), 'utf8')),
)

function formOf({ type, values }: (typeof asked)[string]): z.ZodType {
  const forms = {
    text: values === undefined ? z.string() : z.enum(values),
    texts: z.array(z.string()).min(1),
    yes_no: z.boolean(),
    integer: z.int(),
    integers: z.array(z.int()).min(1),
    decimal: z.number(),
    day_of_year: dayOfYear,
  }
  return forms[type].optional()
}

const parameters = z.strictObject(
  Object.fromEntries(Object.entries(asked).map(([name, one]) => [name, formOf(one)])),
)

const indicator = z
  .looseObject({
    code: z.string().regex(/^[A-Z]\d+$/),
    name: names,
    kind: z.enum(['cumulative', 'coverage', 'rate', 'stock', 'trend', 'milestone']),
    starts_on: day,
    deadline: day.nullable(),
    period: z.enum(['plan', 'year', 'quarter', 'rolling']).default('plan'),
    scope: z.object({ scheme: z.string(), groups: z.array(z.string()).min(1) }).nullable(),
    extract: z.string(),
    members: z.looseObject({ view: z.string() }),
    parameters,
  })
  .superRefine((found, context) => {
    for (const [name, { needed_by }] of Object.entries(asked)) {
      if (!needed_by.includes(found.members.view) || found.parameters[name] !== undefined) continue
      const message = `an indicator of the view ${found.members.view} needs this parameter`
      context.addIssue({ code: 'custom', path: ['parameters', name], message })
    }
  })

const plan = z.looseObject({
  plan: z.string().min(1),
  name: names,
  starts_on: day,
  ends_on: day.nullable(),
  indicators: z.array(indicator).min(1),
})

export type Plan = z.infer<typeof plan>
type Indicator = z.infer<typeof indicator>

/**
 * The plan documents of `<dataDir>/plans/*.yaml`, by file name, whole: fields that etl does not read
 * are kept as they stand. Throws an Error that names the file and the field.
 */
export async function readPlans(dataDir: string): Promise<Plan[]> {
  const directory = join(dataDir, 'plans')
  const files = (await readdir(directory)).filter((file) => file.endsWith('.yaml')).sort()
  const plans = await Promise.all(files.map((file) => readPlan(join(directory, file))))
  refuseTwoSeasons(directory, plans)
  return plans
}

/** A graduate's state belongs to no plan, so that the plans cannot differ on the season. */
function refuseTwoSeasons(directory: string, plans: Plan[]): void {
  const graduates = plans
    .flatMap(({ indicators }) => indicators)
    .filter(({ members }) => members.view === 'graduates')
  const seasons = graduates.map(({ extract, parameters }) => JSON.stringify([extract, parameters]))
  if (new Set(seasons).size < 2) return
  throw new Error(
    `${directory}: the indicators of the view graduates differ in parameters or extract: ${seasons.join(', ')}; make them equal`,
  )
}

async function readPlan(path: string): Promise<Plan> {
  const result = plan.safeParse(parseYaml(path, await readFile(path, 'utf8')))
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${path} is not a valid plan; correct these fields:\n${issues.join('\n')}`)
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new Error(`${path} is not valid YAML: ${error.message}`, { cause: error })
  }
}

const row = {
  plan: 'VARCHAR',
  indicator: 'VARCHAR',
  starts_on: 'DATE',
  deadline: 'DATE',
  kind: 'VARCHAR',
  period: 'VARCHAR',
  scope_scheme: 'VARCHAR',
  scope_groups: ['VARCHAR'],
  extract: 'VARCHAR',
  counted_in: 'VARCHAR',
  parameters: 'JSON',
  asks: Object.fromEntries(
    Object.entries(asked).map(([name, { type }]) => [name, columnTypes[type]]),
  ),
}

/**
 * Makes `reference.plan_indicator` (a row an indicator; a period without an end runs to 9999-12-31;
 * `counted_in` is the view its members are of, `asks` its parameters by name) and
 * `reference.indicator_scope` (the provinces of an indicator that has a scope). Needs
 * `reference.region_scheme`.
 */
export async function loadPlans(connection: DuckDBConnection, plans: Plan[]): Promise<void> {
  const rows = plans.flatMap(({ plan, indicators }) => indicators.map((one) => rowOf(plan, one)))
  await connection.run(
    `create or replace table reference.plan_indicator as
    select unnest(i) from (select unnest(from_json($1, $2)) as i)`,
    [JSON.stringify(rows), JSON.stringify([row])],
  )
  await connection.run(`
    create or replace table reference.indicator_scope as
    select i.plan, i.indicator, s.province_code
    from reference.plan_indicator i
    join reference.region_scheme s
      on s.scheme = i.scope_scheme and list_contains(i.scope_groups, s."group")`)
}

function rowOf(plan: string, found: Indicator): Record<keyof typeof row, unknown> {
  return {
    plan,
    indicator: found.code,
    starts_on: found.starts_on,
    deadline: found.deadline ?? '9999-12-31',
    kind: found.kind,
    period: found.period,
    scope_scheme: found.scope?.scheme ?? null,
    scope_groups: found.scope?.groups ?? [],
    extract: found.extract,
    counted_in: found.members.view,
    parameters: found.parameters,
    asks: found.parameters,
  }
}
