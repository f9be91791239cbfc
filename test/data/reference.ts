import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export interface RegionUnit {
  code: string
  name: string
  level: string
  kind: string
  parent_code: string
  valid_from: string
  valid_to: string
}

export interface RegionSuccessor {
  old_code: string
  new_code: string
  changed_on: string
  day_known: string
  kind_of_change: string
  source: string
}

export function readReference<Row extends object>(table: string): Row[] {
  const file = new URL(`../../data/reference/${table}.csv`, import.meta.url)
  return parse<Row>(readFileSync(file), { columns: true })
}

export function endOf(period: { valid_to: string }): string {
  return period.valid_to || '9999-12-31'
}

export function inForce<Row extends { valid_from: string; valid_to: string }>(
  rows: Row[],
  day: string,
): Row[] {
  return rows.filter((row) => row.valid_from <= day && day <= endOf(row))
}
