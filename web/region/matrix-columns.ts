import type { Matrix } from '../api-region.ts'

interface Split {
  /** The matrix without the columns that say nothing. */
  shown: Matrix
  /** The indicators that apply to none of its regions. */
  absent: string[]
}

/** A column in which nothing applies to any region is named once, not drawn for each of them. */
export function splitColumns(matrix: Matrix): Split {
  const applies = matrix.indicators.map((_, place) =>
    matrix.regions.some(({ cells }) => {
      const cell = cells[place]
      return cell !== undefined && cell.reason !== 'not_applicable'
    }),
  )
  const kept = <Value>(all: Value[]) => all.filter((_, place) => applies[place])
  const indicators = kept(matrix.indicators)
  if (indicators.length === 0) return { shown: matrix, absent: [] }
  return {
    shown: {
      ...matrix,
      indicators,
      regions: matrix.regions.map((region) => ({ ...region, cells: kept(region.cells) })),
    },
    absent: matrix.indicators.filter((_, place) => !applies[place]),
  }
}
