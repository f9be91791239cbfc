import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'
import { z } from 'zod'

const numbers = z.array(z.number())

const unit_model = z.object({
  code: z.string(),
  weight: z.coerce.number(),
  urban: z.coerce.number(),
  a1: z.coerce.number(),
  a2: z.coerce.number(),
  a3: z.coerce.number(),
  c1: z.coerce.number(),
  b3: z.coerce.number(),
  b4: z.coerce.number(),
  c2: z.coerce.number(),
  wage: z.coerce.number(),
})

const model_schema = z.object({
  registered: z.number(),
  registered_by_start: z.number(),
  moves_between_provinces: z.number(),
  plain_working_age: z.number(),
  refreshed: z.number(),
  seasons: z.record(z.string(), numbers),
  yearly: z.object({
    urban_new_jobs: numbers,
    rural_new_jobs: numbers,
    trained: numbers,
    urban_free_training: numbers,
    rural_poor_training: numbers,
    health_massage_training: numbers,
    medical_massage_training: numbers,
    other_urban_training: numbers,
    graduates: numbers,
  }),
  training_backlog: z.number(),
  spell_backlog_ended: z.number(),
  converted: z.number(),
  repeated: z.number(),
  new_health_masseurs: z.number(),
  staff: z.record(z.string(), numbers),
  forms: z.array(z.string()),
  stock: z.array(numbers),
  urban_mix: numbers,
  rural_mix: numbers,
  urban_of_form: numbers,
  exit_floor: z.number(),
  new_job_ends: z.number(),
  employers_per_year: z.number(),
  levy_ratio: z.number(),
  employers_over_ratio: z.number(),
  institutions: z.object({
    supported_employment_second: z.number(),
    startup_hubs: z.number(),
    assessment_prefectures: z.number(),
  }),
})

export type Model = z.infer<typeof model_schema> & { units: UnitModel[] }
export type UnitModel = z.infer<typeof unit_model>

/** The demonstration's parameters. Throws with the path of the first value that does not fit. */
export function readModel(): Model {
  const model = model_schema.parse(parse(readText('model.yaml')))
  const rows: unknown = parseCsv(readText('units.csv'), { columns: true })
  return { ...model, units: z.array(unit_model).parse(rows) }
}

function readText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
