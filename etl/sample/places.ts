import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { data_end, parseDay, plan_start } from './days.ts'
import type { UnitModel } from './model.ts'
import { Random } from './random.ts'

interface RegionRow {
  code: string
  name: string
  level: string
  kind: string
  parent_code: string
  valid_from: string
  valid_to: string
}

interface SuccessorRow {
  old_code: string
  new_code: string
  changed_on: string
}

/** Where people live: a county-level unit through its changes of code, or a prefecture without. */
export interface Place {
  readonly unit: string
  readonly prefecture: string
  readonly name: string
  readonly kind: string
  readonly codes: readonly { code: string; from: number }[]
  weight: number
  urban: number
}

export interface Geography {
  /** By reporting unit, in a fixed order that is not the codes'. */
  places: ReadonlyMap<string, Place[]>
  /** Names of provinces and prefectures. */
  names: ReadonlyMap<string, string>
  /** Kind of a code at the end of the data. */
  kinds: ReadonlyMap<string, string>
}

export function codeAt(place: Place, day: number): string {
  let code = place.codes[0]?.code ?? ''
  for (const step of place.codes) if (step.from <= day) code = step.code
  return code
}

/** Real regions from the reference data, with made-up weights. */
export function readGeography(units: readonly UnitModel[], seed: number): Geography {
  const rows = readTable<RegionRow>('region_unit.csv')
  const successors = readTable<SuccessorRow>('region_successor.csv')
  const parents = new Set(rows.filter((row) => row.level === 'county').map((r) => r.parent_code))
  const open = rows.filter((row) => livesInData(row) && !hasCounties(row, parents))
  const places = new Map(
    units.map((unit) => [unit.code, placesOf(unit, open, successors, seed)] as const),
  )
  const end = open.filter((row) => !row.valid_to || parseDay(row.valid_to) >= data_end)
  return {
    places,
    names: new Map(rows.map((row) => [row.code, row.name])),
    kinds: new Map(end.map((row) => [row.code, row.kind])),
  }
}

function readTable<Row>(name: string): Row[] {
  const file = new URL(`../../data/reference/${name}`, import.meta.url)
  return parse(readFileSync(file, 'utf8'), { columns: true, bom: true })
}

/** Prefectures are places only where no county was ever below them. */
function hasCounties(row: RegionRow, parents: ReadonlySet<string>): boolean {
  return row.level === 'prefecture' && parents.has(row.code)
}

function livesInData(row: RegionRow): boolean {
  const ended = row.valid_to !== '' && parseDay(row.valid_to) < plan_start
  return parseDay(row.valid_from) <= data_end && !ended
}

function placesOf(
  unit: UnitModel,
  rows: RegionRow[],
  successors: SuccessorRow[],
  seed: number,
): Place[] {
  const targets = new Set(successors.map((row) => row.new_code))
  const mine = rows.filter((row) => unitOf(row.code) === unit.code)
  const homes = mine.filter(
    (row) =>
      (row.level === 'county' && (existedAtStart(row) || !targets.has(row.code))) ||
      (row.level === 'prefecture' && existedAtStart(row)) ||
      row.code === '660000',
  )
  const seen = new Set<string>()
  const distinct = homes.filter((row) => !seen.has(row.code) && seen.add(row.code))
  return weighed(
    distinct.map((row) => placeFrom(row, unit.code, successors)),
    unit,
    seed,
  )
}

function unitOf(code: string): string {
  return code.startsWith('659') ? '660000' : `${code.slice(0, 2)}0000`
}

function existedAtStart(row: RegionRow): boolean {
  return parseDay(row.valid_from) <= plan_start
}

function placeFrom(row: RegionRow, unit: string, successors: SuccessorRow[]): Place {
  const codes = [{ code: row.code, from: parseDay(row.valid_from) }]
  for (let at: SuccessorRow | undefined = nextCode(row.code, successors); at;) {
    codes.push({ code: at.new_code, from: parseDay(at.changed_on) })
    at = nextCode(at.new_code, successors)
  }
  const prefecture = row.level === 'county' ? row.parent_code : row.code
  return { unit, prefecture, name: row.name, kind: row.kind, codes, weight: 1, urban: 0 }
}

function nextCode(code: string, successors: SuccessorRow[]): SuccessorRow | undefined {
  return successors.find((row) => row.old_code === code && parseDay(row.changed_on) <= data_end)
}

function weighed(places: Place[], unit: UnitModel, seed: number): Place[] {
  const random = new Random(seed, `places ${unit.code}`)
  for (const place of places) {
    place.weight = Math.exp(0.5 * random.normal()) * (sizes[place.kind] ?? 1)
    place.urban = (townness[place.kind] ?? 1) * (0.8 + 0.4 * random.next())
  }
  const total = places.reduce((sum, place) => sum + place.weight, 0)
  const urban = places.reduce((sum, place) => sum + place.weight * place.urban, 0) / total
  for (const place of places) {
    place.urban = Math.min(0.97, (place.urban * unit.urban) / urban)
    place.weight /= total
  }
  return places
}

const sizes: Record<string, number> = { 市辖区: 1.05, 县级市: 1.3, 旗: 0.6, 地级市: 4, 兵团: 0.2 }
const townness: Record<string, number> = { 市辖区: 2.2, 县级市: 1.2, 地级市: 2.2, 县: 0.75 }
