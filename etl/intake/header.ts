import type { Layout } from '../layouts.ts'
import { Refusal } from './refusal.ts'

export const header_rows = 10

/** The column name at each place of the header, null for a column that is not of the extract. */
export interface Header {
  names: (string | null)[]
  /** Headers that are not of the extract. */
  extra: string[]
}

/**
 * The header if the cells hold all required columns, else null. Throws a Refusal where a column of the
 * extract stands there twice.
 */
export function matchHeader(layout: Layout, cells: readonly string[]): Header | null {
  const titles = cells.map(plainTitle)
  if (missingColumns(layout, titles).length > 0) return null
  const twice = layout.columns.find(({ zh }) => titles.indexOf(zh) !== titles.lastIndexOf(zh))
  if (twice) throw repeatedColumn(twice.zh, titles, listed(layout, titles))
  const nameOf = new Map(layout.columns.map(({ zh, name }) => [zh, name]))
  return {
    names: titles.map((title) => nameOf.get(title) ?? null),
    extra: titles.filter((title) => title !== '' && !nameOf.has(title)),
  }
}

function repeatedColumn(zh: string, titles: readonly string[], found: string): Refusal {
  const [first, last] = [titles.indexOf(zh) + 1, titles.lastIndexOf(zh) + 1]
  return new Refusal(`列“${zh}”出现两次（第 ${first} 列和第 ${last} 列）；找到的表头：${found}`)
}

/** The refusal for a file without a header, judged by the candidate that comes nearest to one. */
export function headerRefusal(layout: Layout, candidates: readonly string[][]): Refusal {
  const rows = candidates.map((cells) => cells.map(plainTitle))
  const faults = rows.map((titles) => ({ titles, missing: missingColumns(layout, titles) }))
  const [nearest] = faults.sort((a, b) => a.missing.length - b.missing.length)
  if (!nearest) return new Refusal('文件是空的，没有表头')
  const columns = nearest.missing.map((zh) => `“${zh}”`).join('、')
  return new Refusal(
    `前 ${header_rows} 行中没有含全部必需列的表头：缺少 ${columns}；找到的表头：${listed(layout, nearest.titles)}`,
  )
}

function missingColumns(layout: Layout, titles: readonly string[]): string[] {
  const missing = layout.columns
    .filter(({ required, zh }) => required && !titles.includes(zh))
    .map(({ zh }) => zh)
  const either = layout.columns.filter(({ name }) => layout.one_of.includes(name))
  if (either.length === 0 || either.some(({ zh }) => titles.includes(zh))) return missing
  return [...missing, either.map(({ zh }) => zh).join(' 或 ')]
}

function plainTitle(cell: string): string {
  return cell.normalize('NFKC').replaceAll(/[\s\p{C}]/gu, '')
}

/**
 * Headers in a message. So that no person is shown, a row without any column of the extract is taken for
 * one of values, and of other rows only titles like a column's are told.
 */
function listed({ columns }: Layout, titles: readonly string[]): string {
  const filled = titles.filter((title) => title !== '')
  if (filled.length === 0) return '（无）'
  const known = columns.map(({ zh }) => zh)
  if (!filled.some((title) => known.includes(title))) return '（像是数据行，不列出）'
  const shown = filled.map((title) => (isLike(title, known) ? title : '…'))
  return shown.join('、')
}

const longest_title = 12

/** Whether a title is a column's, or has two characters on end in common with one. */
function isLike(title: string, known: readonly string[]): boolean {
  if (known.includes(title)) return true
  if (title.length > longest_title || /\d/.test(title)) return false
  const pairs = Array.from(title.slice(1), (second, at) => `${title.charAt(at)}${second}`)
  return pairs.some((pair) => known.some((zh) => zh.includes(pair)))
}
