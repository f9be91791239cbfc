import type { Column } from '../layouts.ts'

const closed: Partial<Record<Column['type'], RegExp>> = {
  date: /^(\d{8}|\d{4}([-/])\d{1,2}\2(\d\d|[4-9])( 00:00:00)?|\d{4}年\d{1,2}月\d{1,2}日( 00:00:00)?)$/,
  yes_no: /^./,
  region: /^\d{6}$/,
  credit_code: /^.{18}$/,
  certificate: /B\d$/,
  year: /^\d{4}$/,
  year_or_whole: /^(\d{4}|全期)$/,
  quarter: /^(Q?[1-4]|第.季度)$/,
}

/**
 * Whether the last cell of a file that does not end in a line end may have been longer: 12 of 1234, an
 * empty cell of 作废. A date, a code or another value of fixed form cannot; one that was cut breaks its rule.
 */
export function mayGoOn(column: Column, cell: string): boolean {
  const text = cell.normalize('NFKC').trim()
  if (column.type === 'code') {
    const known = [...column.values, ...Object.keys(column.aliases)]
    return text === '' || known.some((value) => value !== text && value.startsWith(text))
  }
  return !(closed[column.type]?.test(text) ?? false)
}
