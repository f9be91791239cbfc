import { dateFrom, numberFrom, quarterOfYearFrom, yearFrom, yesNoFrom } from './cells.ts'
import type { Column, ExtractColumns } from './extract-columns.ts'
import { birthDateIn, isCertificate, isCreditCode, isMilitary, sexIn } from './numbers-of-people.ts'
import type { TableRow } from './table.ts'

/** Values in one form: days as YYYY-MM-DD, yes and no as 是 and 否, codes without aliases. */
export type Values = Record<string, string | null>

export class BrokenRule extends Error {}

export type Surroundings = { regionCodes: ReadonlySet<string>; isDemonstration: boolean }

function certificateFrom(text: string, column: Column): string | null {
  if (column.military && isMilitary(text)) return text
  const written = text.replaceAll('x', 'X')
  return isCertificate(written) ? written : null
}

function numberWithin(text: string, column: Column): string | null {
  const value = numberFrom(text)
  if (value === null || (column.type === 'integer' && !Number.isInteger(value))) return null
  if (value < (column.minimum ?? -Infinity) || value > (column.maximum ?? Infinity)) return null
  return String(value)
}

function codeFrom(text: string, column: Column): string | null {
  const value = column.aliases[text] ?? text
  return column.values.includes(value) ? value : null
}

function regionFrom(text: string, column: Column, around: Surroundings): string | null {
  if (text === '000000') return column.nation && around.isDemonstration ? text : null
  return around.regionCodes.has(text) ? text : null
}

function creditCodeFrom(text: string): string | null {
  const written = text.replaceAll('x', 'X')
  return isCreditCode(written) ? written : null
}

function valueFrom(text: string, column: Column, around: Surroundings): string | null {
  if (column.type === 'certificate') return certificateFrom(text, column)
  if (column.type === 'credit_code') return creditCodeFrom(text)
  if (column.type === 'region') return regionFrom(text, column, around)
  if (column.type === 'date') return dateFrom(text)
  if (column.type === 'yes_no') return yesNoFrom(text)
  if (column.type === 'code') return codeFrom(text, column)
  if (column.type === 'integer' || column.type === 'decimal') return numberWithin(text, column)
  if (column.type === 'year') return yearFrom(text)
  if (column.type === 'quarter') return quarterOfYearFrom(text)
  if (column.type === 'year_or_whole') return text === '全期' ? text : yearFrom(text)
  return text
}

function checked(column: Column, row: TableRow, around: Surroundings): string | null {
  const text = row.cells[column.name] ?? null
  if (text === null) {
    if (column.required) throw new BrokenRule(`${column.zh} missing`)
    return null
  }
  const value = valueFrom(text, column, around)
  if (value === null) throw new BrokenRule(column.zh)
  return value
}

function refuseBackwards(values: Values, first: string, last: string): void {
  const [from, to] = [values[first], values[last]]
  if (from && to && to < from) throw new BrokenRule(`${last} before ${first}`)
}

function checkRegistration(values: Values): void {
  const certificate = values.certificate ?? ''
  if (values.birth_date !== birthDateIn(certificate)) throw new BrokenRule('出生日期')
  if (values.sex !== sexIn(certificate)) throw new BrokenRule('性别')
  refuseBackwards(values, 'registered_on', 'updated_on')
}

const checks: Record<string, (values: Values) => void> = {
  registration: checkRegistration,
  employment: (values) => refuseBackwards(values, 'started_on', 'ended_on'),
  training: (values) => refuseBackwards(values, 'started_on', 'ended_on'),
  placement: (values) => refuseBackwards(values, 'contract_started_on', 'contract_ended_on'),
  levy_filing: (values) => {
    if (Number(values.placed_heads) > Number(values.employees)) throw new BrokenRule('安排残疾人数')
  },
  institution: (values) => {
    refuseBackwards(values, 'founded_on', 'closed_on')
    if (values.institution_kind === '职业能力评估室' && !values.tier) throw new BrokenRule('层级')
  },
}

/** A row's values, or a `BrokenRule`. Of a retraction only the key and 状态 are read. */
export function valuesOf(row: TableRow, wanted: ExtractColumns, around: Surroundings): Values {
  if (row.broken) throw new BrokenRule(row.broken)
  const isVoid = row.cells.record_state === '作废'
  const read = wanted.columns.filter((column) => !isVoid || column.key)
  const values: Values = {}
  for (const column of read) values[column.name] = checked(column, row, around)
  if (isVoid) return { ...values, record_state: '作废' }
  const given = wanted.one_of.filter((name) => values[name])
  if (wanted.one_of.length > 0 && given.length !== 1) throw new BrokenRule(wanted.one_of.join('/'))
  checks[wanted.extract]?.(values)
  return values
}
