import { describe, expect, it } from 'vitest'
import {
  endOf,
  inForce,
  readReference,
  type RegionSuccessor,
  type RegionUnit,
} from './reference.ts'

const units = readReference<RegionUnit>('region_unit')
const successors = readReference<RegionSuccessor>('region_successor')
const successorOf = new Map(successors.map((row) => [row.old_code, row]))

/** Codes that vanish without a known successor; data/README.md lists the same. */
const unknown: string[] = []

const lastDayOf = (code: string): string =>
  units
    .filter((unit) => unit.code === code)
    .map(endOf)
    .sort()
    .at(-1) ?? ''

const nextDay = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe('region_successor', () => {
  it('gives each old code one successor', () => {
    expect(successorOf.size).toBe(successors.length)
  })

  it('has a row for every code that vanishes', () => {
    const codes = [...new Set(units.map((unit) => unit.code))]
    const gone = codes.filter((code) => lastDayOf(code) !== '9999-12-31')
    expect(gone).toHaveLength(126)
    expect(gone.filter((code) => !successorOf.has(code))).toEqual(unknown)
  })

  it('names a successor that is in force on the day of the change', () => {
    const dead = successors.filter(
      (row) => !inForce(units, row.changed_on).some((unit) => unit.code === row.new_code),
    )
    expect(dead).toEqual([])
  })

  it('stays within the province, and ends the old code the day before', () => {
    for (const row of successors) {
      expect(row.new_code.slice(0, 2), row.old_code).toBe(row.old_code.slice(0, 2))
      const last = lastDayOf(row.old_code)
      if (last) expect(nextDay(last), row.old_code).toBe(row.changed_on)
    }
  })

  it('reaches a unit of today from every old code, without a cycle', () => {
    for (const { old_code } of successors) {
      const seen = new Set<string>()
      let code = old_code
      for (let row = successorOf.get(code); row; row = successorOf.get(code)) {
        expect(seen.has(code), `cycle at ${code}`).toBe(false)
        seen.add(code)
        code = row.new_code
      }
      expect(lastDayOf(code), old_code).toBe('9999-12-31')
    }
  })

  it('counts a change without a known day from 1 January', () => {
    for (const row of successors) {
      expect(['yes', 'no']).toContain(row.day_known)
      expect(row.day_known === 'no' ? row.changed_on.slice(5) : '01-01', row.old_code).toBe('01-01')
      expect(row.source, row.old_code).not.toBe('')
    }
  })

  it('lands the hard cases where they belong', () => {
    const landings = [
      '371200',
      '371202',
      '371203',
      '360105',
      '542400',
      '542421',
      '139001',
      '330104',
    ]
    expect(landings.map((code) => successorOf.get(code)?.new_code)).toEqual([
      '370100',
      '370116',
      '370117',
      '360112',
      '540600',
      '540602',
      '130682',
      '330102',
    ])
  })
})
