import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Indicator } from '../api.ts'
import type { Matrix } from '../api-region.ts'
import { pick } from '../format.ts'
import type { Cell } from '../submissions/calendar-walk.ts'
import { MatrixRow, pushed, type Drawn } from './matrix-row.tsx'
import { languageSizes, SIZES, useRem } from './matrix-sizes.ts'
import { matrixWords } from './matrix-words.ts'
import { walkMatrix } from './matrix-walk.ts'

/** The most rows in sight at once; half of the next shows that there are more. */
const TALLEST = 17
/** The room of a scroll bar beside the last column, in rem. */
const SCROLLBAR = 1.25

interface MatrixGridProps {
  matrix: Matrix
  indicators: Indicator[]
  label: string
  chosen: string | null
  addressOf: (region: string, indicator: string | null) => string
}

/** A press that opens a link elsewhere: in another tab or window. */
function isForBrowser({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey
}

/** The row with the focus stays drawn wherever the others are scrolled to, so that the focus is not lost. */
function withEntered(range: number[], row: number): number[] {
  return range.includes(row) ? range : [...range, row].sort((a, b) => a - b)
}

type Sizes = ReturnType<typeof languageSizes>

/** One tab stop; the keys walk through the cells, and a row that is not there yet is scrolled to. */
function useWalk(rows: number, columns: number, { head, cell }: Sizes, start: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [last, setAt] = useState<Cell>({ row: start, column: 0 })
  const at = { ...last, row: Math.min(last.row, rows - 1) }
  const moved = useRef(false)
  const probe = useRef<HTMLSpanElement>(null)
  const rem = useRem(probe)
  // Both virtualizers stay the same object while their items change: no compiler memoizes here, and the
  // items are read anew in every drawing.
  // The one across comes first: it reads its place before the rows change, which would lay them out twice.
  // eslint-disable-next-line react-hooks/incompatible-library
  const across = useVirtualizer({
    horizontal: true,
    count: columns - 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => cell * rem,
    overscan: 2,
    scrollPaddingStart: SIZES.name * rem,
    paddingStart: SIZES.name * rem,
  })
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => SIZES.row * rem,
    overscan: 3,
    rangeExtractor: (range) => withEntered(defaultRangeExtractor(range), at.row),
    scrollPaddingStart: head * rem,
    paddingStart: head * rem,
  })
  useEffect(() => {
    virtual.measure()
    across.measure()
  }, [rem, head, cell, virtual, across])
  useEffect(() => {
    if (start > 0) virtual.scrollToIndex(start, { align: 'center' })
  }, [start, virtual])
  const go = (to: Cell) => {
    moved.current = true
    setAt(to)
    virtual.scrollToIndex(to.row)
    if (to.column > 0) across.scrollToIndex(to.column - 1)
  }
  useLayoutEffect(() => {
    if (!moved.current) return
    const entered = scroller.current?.querySelector<HTMLElement>(
      `[data-at="${at.row}-${at.column}"]`,
    )
    if (!entered) return
    moved.current = false
    entered.focus({ preventScroll: true })
    entered.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = walkMatrix(at, event, rows, columns)
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  return { scroller, probe, at, setAt, virtual, across, onKeyDown }
}

function Head({ indicators, from, to }: { indicators: Indicator[] } & Drawn) {
  const { t, i18n } = useTranslation()
  return (
    <div role="row" aria-rowindex={1} className="matrix-row matrix-head">
      <div role="columnheader" aria-colindex={1} className="matrix-name">
        {t('region.matrix.region')}
      </div>
      {indicators.slice(from, to + 1).map((indicator, nth) => (
        <div
          key={indicator.code}
          role="columnheader"
          aria-colindex={from + nth + 2}
          style={pushed({ from, to }, from + nth)}
          className="matrix-indicator"
        >
          <span>{pick(i18n.language, indicator.name)}</span>
        </div>
      ))}
    </div>
  )
}

export function MatrixGrid({ matrix, indicators, label, chosen, addressOf }: MatrixGridProps) {
  const { t, i18n } = useTranslation()
  const words = useMemo(() => matrixWords(t, i18n.language), [t, i18n.language])
  const navigate = useNavigate()
  const rows = matrix.regions
  const sizes = languageSizes(i18n.language)
  const start = Math.max(
    rows.findIndex(({ code }) => code === chosen),
    0,
  )
  const walk = useWalk(rows.length, indicators.length + 1, sizes, start)
  const { scroller, probe, at, setAt, virtual, across, onKeyDown } = walk
  const columns = across.getVirtualItems()
  const drawn = { from: columns[0]?.index ?? 0, to: columns.at(-1)?.index ?? 0 }
  const placeOf = (target: EventTarget): Cell | null => {
    const held = (target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at']
    const [row = '', column = ''] = held?.split('-') ?? []
    return held === undefined ? null : { row: Number(row), column: Number(column) }
  }
  const open = ({ row, column }: Cell) => {
    const region = rows[row]
    if (region === undefined) return
    void navigate(addressOf(region.code, indicators[column - 1]?.code ?? null))
  }
  return (
    <div
      ref={scroller}
      className={(across.scrollOffset ?? 0) > 0 ? 'matrix matrix-pushed' : 'matrix'}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={indicators.length + 1}
      style={{
        height: `${sizes.head + SIZES.row * (Math.min(rows.length, TALLEST) + 0.5)}rem`,
        maxWidth: `${SIZES.name + sizes.cell * indicators.length + SCROLLBAR}rem`,
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') onKeyDown(event)
        else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault()
          open(at)
        }
      }}
      onFocus={({ target }) => {
        const place = placeOf(target)
        if (place && (place.row !== at.row || place.column !== at.column)) setAt(place)
      }}
      onClick={(event) => {
        const place = placeOf(event.target)
        if (place === null || isForBrowser(event)) return
        event.preventDefault()
        open(place)
      }}
    >
      <div
        role="presentation"
        className="matrix-body"
        style={{ height: virtual.getTotalSize(), width: across.getTotalSize() }}
      >
        <span ref={probe} className="matrix-rem" />
        <Head indicators={indicators} {...drawn} />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <MatrixRow
              key={row.code}
              row={row}
              at={index}
              indicators={indicators}
              entered={at.row === index ? at.column : null}
              chosen={row.code === chosen}
              {...{ words, addressOf }}
              start={start}
              {...drawn}
            />
          )
        })}
      </div>
    </div>
  )
}
