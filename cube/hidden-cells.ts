import type { Crossing } from './crossing.ts'
import type { MetricsRow } from './rows.ts'
import { keyOf, suppress, type Cell } from './suppression.ts'

type Value = MetricsRow[string]
type Data =
  | MetricsRow[]
  | { members: string[]; dataset: Value[][] }
  | { members: string[]; columns: Value[][] }

type Result = {
  data: Data
  annotation: { measures: object; dimensions: object }
  suppressed?: number[]
}
type Answer = Result | { results: Result[] }

/** Which counts of a crossing are hidden, with the prefecture of each county. */
export type Hidden = { keys: Set<string>; prefectures: Map<string, string> }

/** From the whole table's rows: what any of its measures of persons has to hide. */
export function hiddenIn(rows: MetricsRow[], crossing: Crossing, measures: string[]): Hidden {
  const { view, attributes } = crossing
  const text = (row: MetricsRow, name: string) => String(row[`${view}.${name}`] ?? '')
  const prefectures = new Map(
    rows.map((row) => [text(row, 'leaf_code'), text(row, 'prefecture_code')]),
  )
  const axes = ['leaf_code', ...attributes].map((name) => [
    ...new Set(rows.map((row) => text(row, name))),
  ])
  const keys = measures.flatMap((measure) => {
    const counts = new Map(
      rows.map((row) => [
        keyOf(['leaf_code', ...attributes].map((name) => text(row, name))),
        Number(row[measure] ?? 0),
      ]),
    )
    const cells: Cell[] = combined(axes).map((at) => ({ at, count: counts.get(keyOf(at)) ?? 0 }))
    return [...suppress({ cells, least: 0, groupOf: (leaf) => prefectures.get(leaf) ?? '' })]
  })
  return { keys: new Set(keys), prefectures }
}

function combined(axes: string[][]): string[][] {
  return axes.reduce<string[][]>(
    (found, values) => found.flatMap((start) => values.map((value) => [...start, value])),
    [[]],
  )
}

/**
 * Cube's answer with the measures of hidden rows null and their places listed in `suppressed`. Hidden
 * zeros are rows too, and all rows are in the order of their dimensions, so that neither tells.
 */
export function withHidden(body: Buffer, crossing: Crossing, hidden: Hidden): Buffer {
  const answer = JSON.parse(body.toString('utf8')) as Answer
  const result = 'results' in answer ? answer.results[0] : answer
  if (result === undefined) return body
  const { view, place, attributes } = crossing
  const full = (name: string) => `${view}.${name}`
  const keyOfRow = (row: MetricsRow) =>
    keyOf([place, ...attributes].map((name) => String(row[full(name)] ?? '')))
  const shown = rowsOf(result.data)
  const present = new Set(shown.map(keyOfRow))
  const absent = [...hidden.keys]
    .filter((key) => !present.has(key))
    .flatMap((key) => rowOf(key, crossing, hidden))
  const dimensions = [place, ...attributes].map(full)
  const rows = [...shown, ...absent].sort((a, b) => compared(a, b, dimensions))
  const measures = Object.keys(result.annotation.measures)
  result.suppressed = []
  rows.forEach((row, index) => {
    if (!hidden.keys.has(keyOfRow(row))) return
    for (const measure of measures) row[measure] = null
    result.suppressed?.push(index)
  })
  const members = [...Object.keys(result.annotation.dimensions), ...measures]
  result.data = inFormOf(result.data, rows, members)
  return Buffer.from(JSON.stringify(answer))
}

/** The row of a count that is hidden though nothing was counted; none where it was not asked for. */
function rowOf(key: string, crossing: Crossing, { prefectures }: Hidden): MetricsRow[] {
  const { view, place, attributes, province, chosen } = crossing
  const [code = '', ...values] = key.split('\u0000')
  const isLeaf = prefectures.has(code)
  if (isLeaf !== (place === 'leaf_code')) return []
  const prefecture = isLeaf ? (prefectures.get(code) ?? '') : code
  const named: [string, string][] = [
    ['province_code', province],
    ['prefecture_code', prefecture],
    ...(isLeaf ? [['leaf_code', code] as [string, string]] : []),
    ...attributes.map((name, at): [string, string] => [name, values[at] ?? '']),
  ]
  const row = Object.fromEntries(named.map(([name, value]) => [`${view}.${name}`, value || null]))
  const isAsked = chosen.every(({ member, values: wanted = [] }) =>
    wanted.includes(row[member] ?? ''),
  )
  return isAsked ? [row] : []
}

function compared(one: MetricsRow, other: MetricsRow, dimensions: string[]): number {
  const key = (row: MetricsRow) => keyOf(dimensions.map((name) => String(row[name] ?? '')))
  return key(one) < key(other) ? -1 : 1
}

function rowsOf(data: Data): MetricsRow[] {
  if (Array.isArray(data)) return data
  const { members } = data
  const rows =
    'dataset' in data
      ? data.dataset
      : (data.columns[0] ?? []).map((_, at) => data.columns.map((column) => column[at] ?? null))
  return rows.map((row) => Object.fromEntries(members.map((name, at) => [name, row[at] ?? null])))
}

function inFormOf(data: Data, rows: MetricsRow[], asked: string[]): Data {
  if (Array.isArray(data))
    return rows.map((row) => Object.fromEntries(asked.map((name) => [name, row[name] ?? null])))
  const { members } = data
  const dataset = rows.map((row) => members.map((name) => row[name] ?? null))
  if ('dataset' in data) return { members, dataset }
  return { members, columns: members.map((_, at) => dataset.map((row) => row[at] ?? null)) }
}
