import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionCalendar, SubmittingUnit } from '../api-submissions.ts'
import { formatQuarter } from '../format.ts'
import { CalendarCell } from './calendar-cell.tsx'
import { cellWords, NATION } from './calendar-words.ts'
import { walkCells, yearSpans, type Cell } from './calendar-walk.ts'

interface CalendarTableProps {
  calendar: SubmissionCalendar
  /** The unit's quarter that the page is about, if any. */
  chosen: { unit: string; quarter: string } | null
}

/** One tab stop; the arrows, Home and End walk through the cells, Enter opens one. */
function useWalk(rows: number, columns: number) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState<Cell>({ row: 0, column: columns - 1 })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = walkCells(at, event.key, rows, columns)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    const cell = body.current?.rows[to.row]?.cells[to.column + 1]
    cell?.querySelector('a')?.focus()
  }
  return { body, at, setAt, onKeyDown }
}

/** The latest quarters are what is looked for: where not all fit, the table opens at its end. */
function useOpenAtEnd() {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = scroller.current
    if (element !== null) element.scrollLeft = element.scrollWidth
  }, [])
  return scroller
}

function Head({ quarters }: { quarters: string[] }) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="calendar-unit">
          {t('submissions.column.unit')}
        </th>
        {yearSpans(quarters).map(({ year, count }) => (
          <th key={year} scope="colgroup" colSpan={count} className="calendar-year">
            {t('submissions.year', { year })}
          </th>
        ))}
      </tr>
      <tr>
        {quarters.map((quarter) => (
          <th key={quarter} scope="col" className={edgeClass(quarter)}>
            <span aria-hidden="true">{t('submissions.quarter', { number: quarter.slice(5) })}</span>
            <span className="visually-hidden">{formatQuarter(t, quarter)}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function edgeClass(quarter: string): string | undefined {
  return quarter.endsWith('Q1') ? 'calendar-edge' : undefined
}

export function CalendarTable({ calendar, chosen }: CalendarTableProps) {
  const { t } = useTranslation()
  const { units, quarters } = calendar
  const { body, at, setAt, onKeyDown } = useWalk(units.length, quarters.length)
  const scroller = useOpenAtEnd()
  return (
    <>
      <div
        className="table-scroll calendar-scroll"
        ref={scroller}
        role="region"
        aria-label={t('submissions.calendarScroll')}
        tabIndex={0}
      >
        <table className="calendar">
          <caption className="visually-hidden">
            {t('submissions.caption', { count: units.length })}
          </caption>
          <Head quarters={quarters} />
          <tbody ref={body} onKeyDown={onKeyDown}>
            {units.map((unit, row) => (
              <tr key={unit.code}>
                <th scope="row" className="calendar-unit">
                  {unit.code === NATION ? t('submissions.federation') : unit.name}
                </th>
                {unit.quarters.map((cell, column) => (
                  <td key={cell.quarter} className={edgeClass(cell.quarter)}>
                    <CalendarCell
                      unit={unit}
                      cell={cell}
                      due={unit.code !== NATION}
                      chosen={chosen?.unit === unit.code && chosen.quarter === cell.quarter}
                      entered={at.row === row && at.column === column}
                      onEnter={() => setAt({ row, column })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Readout unit={units[at.row]} column={at.column} />
    </>
  )
}

/** The words of the cell with the focus or the pointer, for the eye: each cell has them for the ear. */
function Readout({ unit, column }: { unit: SubmittingUnit | undefined; column: number }) {
  const { t } = useTranslation()
  const cell = unit?.quarters[column]
  if (unit === undefined || cell === undefined) return null
  const name = unit.code === NATION ? t('submissions.federation') : unit.name
  return (
    <p className="soft" aria-hidden="true">
      {[name, formatQuarter(t, cell.quarter), cellWords(t, cell)].join(t('list.comma'))}
    </p>
  )
}
