import { memo } from 'react'
import type { Indicator } from '../api.ts'
import type { Matrix } from '../api-region.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { statusClass } from '../status/status-class.ts'
import { cellName, cellText, type MatrixWords } from './matrix-words.ts'

/** The columns that are drawn: from one place to another, both included. */
export interface Drawn {
  from: number
  to: number
}

/** Keeps the place of the columns that are not drawn. */
export function pushed({ from }: Drawn, place: number): { marginLeft: string } | undefined {
  return place === from ? { marginLeft: `calc(${from} * var(--cell))` } : undefined
}

interface MatrixRowProps extends Drawn {
  row: Matrix['regions'][number]
  at: number
  indicators: Indicator[]
  /** The column that holds the roving focus, if it is in this row; 0 is the region's name. */
  entered: number | null
  chosen: boolean
  words: MatrixWords
  addressOf: (region: string, indicator: null) => string
  /** Its distance from the top, in pixels. */
  start: number
}

/** Not drawn again while the rows around it scroll; the grid follows its link, and knows its words. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, at, indicators, entered, chosen, words, addressOf, start, from, to } = props
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={chosen ? 'matrix-row matrix-chosen' : 'matrix-row'}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className="matrix-name">
        <a
          href={addressOf(row.code, null)}
          tabIndex={entered === 0 ? 0 : -1}
          data-at={`${at}-0`}
          {...(chosen ? { 'aria-current': 'true' as const } : {})}
        >
          {row.name}
        </a>
      </div>
      {indicators.slice(from, to + 1).map((indicator, nth) => {
        const place = from + nth
        const cell = row.cells[place]
        const shown = cellText(words, cell, indicator)
        const status = cell?.status ?? null
        const name = cellName(words, cell, indicator)
        return (
          <div
            key={indicator.code}
            role="gridcell"
            aria-colindex={place + 2}
            className={`matrix-cell ${statusClass(status)}`}
            style={pushed({ from, to }, place)}
            tabIndex={entered === place + 1 ? 0 : -1}
            data-at={`${at}-${place + 1}`}
            aria-label={name === shown ? undefined : name}
          >
            {status !== null && <StatusIcon status={status} />}
            {shown}
          </div>
        )
      })}
    </div>
  )
})
