/** A figure worked by hand in the README; a rate as its two parts, a missing one as its reason. */
export type Golden = {
  number: number
  indicator: string
  region: string
  day: string
  wanted: number | [numerator: number, denominator: number] | 'no_data' | 'not_applicable'
  /** Another field of the row than the figure itself, with its value. */
  field?: { name: string; value: number | string }
}

type Wanted = Golden['wanted']
type Line = [
  indicator: string,
  region: string,
  day: string,
  wanted: Wanted,
  field?: Golden['field'],
]

const lines: Line[] = [
  ['A1', '440000', '2018-06-30', 2],
  ['A1', '440000', '2018-07-01', 3],
  ['A1', '000000', '2018-06-30', 2],
  ['A1', '440103', '2018-06-30', 2],
  ['A1', '000000', '2018-06-30', 2, { name: 'expected', value: (1_000_000 * 912) / 1827 }],
  ['A1', '000000', '2018-06-30', 2, { name: 'gap', value: -999_998 }],
  ['A1', '440000', '2018-06-30', 2, { name: 'status', value: 'on_pace' }],
  ['A2', '000000', '2018-06-30', 4],
  ['A2', '440000', '2017-12-31', 3],
  ['A3', '000000', '2018-06-30', 3],
  ['A3', '420106', '2018-06-30', 2],
  ['A3', '660000', '2018-06-30', 1],
  ['A3', '440000', '2018-06-30', 'not_applicable'],
  ['A4', '000000', '2018-06-30', [2, 3]],
  ['B1', '000000', '2020-12-31', 'no_data'],
  ['B3', '440100', '2018-06-29', [2, 11]],
  ['B3', '440100', '2018-06-30', [1, 11]],
  ['B4', '440200', '2018-06-30', [1, 7]],
  ['B5', '000000', '2018-06-30', 2],
  ['B6', '440000', '2018-06-30', 2],
  ['B7', '440000', '2018-06-30', 1],
  ['B8', '440000', '2018-06-30', 1],
  ['B9', '000000', '2018-06-30', 1],
  ['B11', '000000', '2018-06-30', [2, 3]],
  ['C1', '000000', '2018-06-30', [2, 3]],
  ['C1', '440000', '2018-06-30', [2, 3], { name: 'target', value: 0.65 }],
  ['C2', '440000', '2018-06-30', [6, 12]],
  ['C2', '000000', '2018-06-30', [10, 20]],
  ['C3', '000000', '2018-06-30', [2, 10]],
  ['C4', '440000', '2018-06-30', [2, 4]],
  ['C5', '440000', '2018-06-30', 1],
  ['C6', '440000', '2018-06-30', [2, 22]],
  ['C7', '440000', '2018-06-30', [1, 2]],
  ['M1', '000000', '2018-06-30', [1, 32]],
  ['M6', '000000', '2018-06-30', [0, 32]],
  ['L1', '440000', '2020-12-31', 6],
  ['L1', '110000', '2020-12-31', 0],
  ['L2', '440000', '2020-12-31', [350_000, 550_000]],
  ['L2', '440000', '2020-03-31', [300_000, 300_000]],
  ['L3', '000000', '2020-12-31', 1_000_000],
  ['L4', '000000', '2020-12-31', 550_000],
  ['L5', '440000', '2020-12-31', [550_000, 1_000_000]],
  ['L6', '440000', '2020-12-31', [2, 6]],
  ['L7', '440000', '2020-12-31', 1],
  ['L8', '440000', '2020-12-31', 1],
  ['L9', '440000', '2020-12-31', [2, 3]],
  ['L10', '000000', '2018-06-30', [2, 3]],
  ['L11', '000000', '2018-06-30', [1, 2]],
  ['L12', '440000', '2017-12-31', [2, 4]],
  ['L13', '000000', '2020-12-31', 2],
  ['L14', '000000', '2020-12-31', [1, 32]],
  ['L15', '440000', '2020-12-31', 1],
]

export const golden: Golden[] = lines.map(([indicator, region, day, wanted, field], at) => ({
  number: at + 1,
  ...{ indicator, region, day, wanted },
  ...(field === undefined ? {} : { field }),
}))

/** What a row of the API shows of a figure, in the form in which it is wanted. */
export function shownOf(row: Record<string, unknown> | undefined, { wanted, field }: Golden) {
  const figure = Array.isArray(wanted)
    ? [row?.['numerator'], row?.['denominator']]
    : row?.['actual']
  const isMissing = row?.['actual'] === null
  const shown = isMissing ? row['reason'] : figure
  return field === undefined ? shown : [shown, row?.[field.name]]
}

export function wantedOf({ wanted, field }: Golden) {
  return field === undefined ? wanted : [wanted, field.value]
}
