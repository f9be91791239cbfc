import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import type { Column } from '../download/sheet.ts'
import type { Place } from '../region/place.ts'
import type { Figure } from './figure.ts'
import { InFull } from '../in-full.tsx'
import { TableSound } from './table-sound.tsx'
import './figure-table.css'

interface FigureRow {
  key: string
  /** The first is the row's header. */
  cells: Figure[]
}

/** Whose figures they are, of which day and dataset. */
type About = Pick<Place, 'snapshot' | 'asOf'> & { region: Pick<Place['region'], 'name'> }

interface FigureTableProps {
  place: About
  title: string
  columns: Column[]
  rows: FigureRow[]
  /** The rows shown, where the page shows fewer than the file holds. */
  shown?: number
  /** The chart among its findings, where there is one. */
  drawing?: () => HTMLElement | null
  /** What is found, in sentences, and what narrows the table. */
  children?: ReactNode
}

function keepFocus({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.closest<HTMLElement>('.table-scroll')?.focus()
}

function Shown({ of: { words, full = words, to, stays, lang } }: { of: Figure }) {
  const shown = <InFull short={words} full={full} />
  const name = lang === undefined ? shown : <span lang={lang}>{shown}</span>
  if (to === undefined) return name
  return (
    <Link to={to} {...(stays === true && { onClick: keepFocus })}>
      {name}
    </Link>
  )
}

/** The columns, each named with its unit: 征收入库（元）. */
function useHeaded(columns: Column[]): Column[] {
  const { t } = useTranslation()
  return columns.map(({ unit, ...column }) =>
    unit === undefined
      ? column
      : { ...column, name: t('download.withUnit', { name: column.name, unit }) },
  )
}

/** A panel with its findings, its table, and the same as a file and as sound; without rows the findings alone. */
export function FigureTable(props: FigureTableProps) {
  const { place, title, columns, rows, shown = rows.length, drawing, children } = props
  const { t } = useTranslation()
  const facts = useFacts()
  const id = useId()
  const name = t('region.of', { region: place.region.name, name: title })
  const headed = useHeaded(columns)
  const sheet = () => ({
    title: name,
    columns: headed,
    rows: rows.map(({ cells }) => cells.map(({ value }) => value)),
    facts: facts(place),
  })
  return (
    <section className="panel region-section" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {rows.length > 0 && <Download name={title} sheet={sheet} {...(drawing && { drawing })} />}
      </div>
      {children}
      {rows.length > 0 && <Table {...props} columns={headed} caption={name} />}
      <TableSound
        title={title}
        columns={columns}
        rows={rows.slice(0, shown).map(({ cells }) => cells)}
      />
    </section>
  )
}

function Table({
  title,
  columns,
  rows,
  shown = rows.length,
  caption,
}: FigureTableProps & { caption: string }) {
  const { t } = useTranslation()
  return (
    <div
      className="table-scroll figure-table"
      role="region"
      tabIndex={0}
      aria-label={t('figure.scroll', { name: title })}
    >
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.format && 'figure-number'}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head && <Shown of={head} />}</th>
              {cells.map((cell, at) => (
                <td
                  key={columns[at + 1]?.name ?? at}
                  className={columns[at + 1]?.format && 'figure-number'}
                >
                  <Shown of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
