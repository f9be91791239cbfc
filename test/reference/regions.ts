import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Day } from './days.ts'

export type Unit = {
  code: string
  name: string
  level: 'nation' | 'province' | 'prefecture' | 'county'
  kind: string
  parent_code: string
  valid_from: Day
  valid_to: Day
}
type Successor = { old_code: string; new_code: string; changed_on: Day }
type SchemeRow = { scheme: string; province_code: string; group: string }

function referenceTable(name: string): unknown {
  const path = new URL(`../../data/reference/${name}.csv`, import.meta.url)
  return parse(readFileSync(path), { columns: true, bom: true })
}

/** What a region was called, what it was and where it lay, on any day. */
export class Regions {
  private readonly units = new Map<string, Unit[]>()
  private readonly successors = new Map<string, Successor[]>()
  private readonly schemes: SchemeRow[]
  readonly provinces: string[]
  private readonly predecessors = new Map<Day, Map<string, string[]>>()
  private readonly below = new Map<Day, Set<string>>()

  constructor() {
    for (const unit of referenceTable('region_unit') as Unit[]) {
      const same = this.units.get(unit.code) ?? []
      this.units.set(unit.code, [...same, { ...unit, valid_to: unit.valid_to || '9999-12-31' }])
    }
    for (const same of this.units.values())
      same.sort((one, other) => (one.valid_from < other.valid_from ? -1 : 1))
    for (const step of referenceTable('region_successor') as Successor[])
      this.successors.set(step.old_code, [...(this.successors.get(step.old_code) ?? []), step])
    this.schemes = referenceTable('region_scheme') as SchemeRow[]
    const provinces = [...this.units.values()].flat().filter((unit) => unit.level === 'province')
    this.provinces = [...new Set(provinces.map((unit) => unit.code))]
  }

  validCodes(): Set<string> {
    const steps = [...this.successors.values()].flat()
    const codes = steps.flatMap((step) => [step.old_code, step.new_code])
    return new Set([...this.units.keys(), ...codes].filter((code) => code !== '000000'))
  }

  provincesOf(scheme: string, groups: string[]): Set<string> {
    const rows = this.schemes.filter((row) => row.scheme === scheme && groups.includes(row.group))
    return new Set(rows.map((row) => row.province_code))
  }

  unitsOn(day: Day): Unit[] {
    const all = [...this.units.values()].flat()
    return all.filter((unit) => unit.valid_from <= day && day <= unit.valid_to)
  }

  /** As it was on the day; where it did not exist then, as it was last before or first after. */
  unitOn(code: string, day: Day): Unit {
    const periods = this.units.get(code) ?? []
    const unit = periods.filter((period) => period.valid_from <= day).at(-1) ?? periods[0]
    if (!unit) throw new Error(`no region ${code}`)
    return unit
  }

  /** The codes that have become that region by the day, itself first. */
  becoming(region: string, day: Day): string[] {
    const known = this.predecessors.get(day)
    if (known) return [region, ...(known.get(region) ?? [])]
    const landings = new Map<string, string[]>()
    for (const old of this.successors.keys()) {
      const landed = this.landed(old, day)
      if (landed !== old) landings.set(landed, [...(landings.get(landed) ?? []), old])
    }
    this.predecessors.set(day, landings)
    return this.becoming(region, day)
  }

  /** A code older than the tables has no place of its own: it lands on every day. */
  private landed(code: string, day: Day): string {
    const isKnown = this.units.has(code)
    const step = this.successors.get(code)?.find((one) => !isKnown || one.changed_on <= day)
    return step ? this.landed(step.new_code, day) : code
  }

  /** Where a record of that unit under that code counts on a day: a county, or a 本级. */
  leafOf(unit: string, code: string, day: Day): string {
    if (unit === '660000' && !code.startsWith('659')) return '660000-self'
    const landed = this.landed(code, day)
    return this.unitOn(landed, day).level === 'county' ? landed : `${landed}-self`
  }

  /** `parent level` of everything that lies straight below something on the day. */
  private belowOn(day: Day): Set<string> {
    const known = this.below.get(day)
    if (known) return known
    const found = new Set(this.unitsOn(day).map((unit) => `${unit.parent_code} ${unit.level}`))
    this.below.set(day, found)
    return found
  }

  private hasPrefectures(province: string, day: Day): boolean {
    return this.belowOn(day).has(`${province} prefecture`)
  }

  hasCounties(code: string, day: Day): boolean {
    return this.belowOn(day).has(`${code} county`) || this.unitOn(code, day).level === 'province'
  }

  private above(leaf: string, day: Day): string[] {
    const [base = ''] = leaf.split('-')
    const unit = this.unitOn(base, day)
    if (leaf.endsWith('-self')) return unit.level === 'province' ? [base] : [base, unit.parent_code]
    const parent = this.unitOn(unit.parent_code, day)
    if (parent.level === 'prefecture') return [parent.code, parent.parent_code]
    const straight = `${parent.code.slice(0, 2)}9000`
    return this.hasPrefectures(parent.code, day) ? [straight, parent.code] : [parent.code]
  }

  /** The regions a leaf adds to, itself first, the nation last. */
  withAbove(leaf: string, day: Day): string[] {
    return [leaf, ...this.above(leaf, day), '000000']
  }

  /** A 本级 counts as a county, the counties straight below a province as a prefecture. */
  levelOf(region: string, day: Day): Unit['level'] {
    if (region.endsWith('-self')) return 'county'
    return /^\d\d9000$/.test(region) ? 'prefecture' : this.unitOn(region, day).level
  }

  /** The province-level unit that a region lies in; none for the nation. */
  provinceOf(region: string, day: Day): string | undefined {
    if (region === '000000') return undefined
    if (/^\d\d9000$/.test(region)) return `${region.slice(0, 2)}0000`
    const unit = this.unitOn(region.slice(0, 6), day)
    if (unit.level === 'province') return unit.code
    if (unit.level === 'prefecture') return unit.parent_code
    return this.above(region, day).at(-1)
  }
}
