import { literal } from '../database.ts'
import type { Column } from '../layouts.ts'

/** SQL over one cleaned cell, which is NULL where the value is missing. */
interface ColumnSql {
  /** The typed value; NULL where the cell breaks the column's rule. */
  read: (cell: string) => string
  /** The rule that was broken, in words. */
  rule: (cell: string) => string
  /**
   * Answers of a cell as it came NULL or what `read` answers of the cleaned one. A certificate's asks
   * `<cell>_sums`, which is `certificate_sums` of it.
   */
  readAsItCame: (cell: string) => string
}

type RuleSql = Omit<ColumnSql, 'readAsItCame'>

const simple: Record<
  Exclude<Column['type'], 'code' | 'certificate' | 'integer' | 'decimal'>,
  [string, string]
> = {
  text: ['read_text', '含有无法识别的字符'],
  date: ['read_date', '应为日期，如 2018-06-30、20180630、2018/6/30、2018年6月30日'],
  yes_no: ['read_yes_no', '应为 是/否、1/0、Y/N 或 TRUE/FALSE'],
  region: ['read_region', '不是有效的区划代码'],
  credit_code: ['read_credit_code', '统一社会信用代码应为 18 位且校验码正确'],
  year: ['read_year', '应为四位年份'],
  year_or_whole: ['read_year', '应为四位年份或“全期”'],
  quarter: ['read_quarter', '应为 1–4、Q1–Q4 或 第一季度…第四季度'],
}

export function columnSql(column: Column): ColumnSql {
  const sql = cleanSql(column)
  if (column.type === 'certificate')
    return { ...sql, readAsItCame: (cell) => `read_certificate(${cell}, ${cell}_sums)` }
  if (column.type === 'text') return { ...sql, readAsItCame: (cell) => `read_words(${cell})` }
  return { ...sql, readAsItCame: sql.read }
}

function cleanSql(column: Column): RuleSql {
  const { type } = column
  if (type === 'code') return codeSql(column)
  if (type === 'certificate') return certificateSql(column)
  if (type === 'integer' || type === 'decimal') return numberSql(column, type)
  if (column.nation) return nationSql(column)
  const [macro, rule] = simple[type]
  return {
    read: (cell) => `${macro}(${cell})`,
    rule: (cell) => `if(lost_digits(${cell}), lost_digits_rule(), ${literal(rule)})`,
  }
}

/** The SQL type of the column in the typed tables. */
export function sqlType({ type }: Column): string {
  if (type === 'date') return 'date'
  if (type === 'yes_no') return 'boolean'
  if (type === 'integer') return 'integer'
  if (type === 'decimal') return 'decimal(18, 4)'
  if (type === 'year' || type === 'year_or_whole') return 'smallint'
  return type === 'quarter' ? 'tinyint' : 'varchar'
}

function nationSql(column: Column): RuleSql {
  const { read, rule } = cleanSql({ ...column, nation: false })
  return { rule, read: (cell) => `if(${cell} = '000000', ${cell}, ${read(cell)})` }
}

function codeSql({ values, aliases }: Column): RuleSql {
  const cases = Object.entries(aliases).map(
    ([alias, value]) => `when ${literal(alias)} then ${literal(value)}`,
  )
  const rule = literal(`应为 ${values.join('、')} 之一`)
  return {
    rule: () => rule,
    read(cell) {
      const known = `if(${isOneOf(cell, values)}, ${cell}, null)`
      return cases.length === 0 ? known : `case ${cell} ${cases.join(' ')} else ${known} end`
    },
  }
}

/** DuckDB makes a join of a longer list, which loses the order of the rows. */
function isOneOf(cell: string, values: readonly string[]): string {
  return values.map((value) => `${cell} = ${literal(value)}`).join(' or ')
}

function certificateSql({ military }: Column): RuleSql {
  const upper = (cell: string) => `replace(${cell}, 'x', 'X')`
  const read = (cell: string) =>
    `read_certificate(${upper(cell)}, certificate_sums(${upper(cell)}))`
  const rule = (cell: string) => `certificate_fault(${upper(cell)})`
  if (!military) return { read, rule }
  return {
    read: (cell) => `coalesce(${read(cell)}, read_military(${cell}))`,
    rule: (cell) => `if(${cell} like '军%', '残疾军人证应为“军”后接证号', ${rule(cell)})`,
  }
}

function numberSql({ minimum, maximum }: Column, type: 'integer' | 'decimal'): RuleSql {
  const macro = `read_${type}`
  const bounds = [
    minimum === undefined ? [] : [`>= ${minimum}`],
    maximum === undefined ? [] : [`<= ${maximum}`],
  ].flat()
  const words = literal(type === 'integer' ? '应为整数' : '应为数字')
  const range = literal(rangeWords(minimum, maximum))
  if (bounds.length === 0) return { read: (cell) => `${macro}(${cell})`, rule: () => words }
  return {
    read(cell) {
      const within = bounds.map((bound) => `${macro}(${cell}) ${bound}`).join(' and ')
      return `if(${within}, ${macro}(${cell}), null)`
    },
    rule: (cell) => `if(${macro}(${cell}) is null, ${words}, ${range})`,
  }
}

function rangeWords(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `应在 ${minimum} 至 ${maximum} 之间`
  return minimum === undefined ? `不应大于 ${maximum ?? ''}` : `不应小于 ${minimum}`
}

/** A value for the quarantine's list: people's own numbers and names only by their last characters. */
export function shownValue(column: Column, cell: string): string {
  return column.personal || column.type === 'certificate' ? `masked(${cell})` : `shown(${cell})`
}
