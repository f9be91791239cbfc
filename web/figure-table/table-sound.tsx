import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../download/sheet.ts'
import { Sound } from '../sound/sound.tsx'
import type { Figure } from './figure.ts'

interface TableSoundProps {
  title: string
  columns: Column[]
  /** The cells of each row, its header first. */
  rows: Figure[][]
}

/** A column is worth hearing where two of its rows or more have a figure. */
function heard(columns: Column[], rows: Figure[][]): number[] {
  const figures = (at: number) => rows.filter((cells) => typeof cells[at]?.value === 'number')
  return columns.flatMap(({ format }, at) =>
    format !== undefined && figures(at).length > 1 ? [at] : [],
  )
}

/** One column of a table for the ear, row by row; a rate first, where there is one. */
export function TableSound({ title, columns, rows }: TableSoundProps) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<number | null>(null)
  const offered = heard(columns, rows)
  const first = offered.find((at) => columns[at]?.format === 'rate') ?? offered[0]
  const at = wanted !== null && offered.includes(wanted) ? wanted : first
  if (at === undefined) return null
  const points = rows.map((cells) => {
    const value = cells[at]?.value
    return { value: typeof value === 'number' ? value : null, expected: null, target: null }
  })
  const words = rows.map((cells) =>
    [cells[0], cells[at]].map((cell) => cell?.full ?? cell?.words).join(t('list.colon')),
  )
  return (
    <Sound name={title} points={points} words={words}>
      {offered.length > 1 && (
        <label>
          {t('sound.column')}
          <select value={at} onChange={({ target }) => setWanted(Number(target.value))}>
            {offered.map((column) => (
              <option key={column} value={column}>
                {columns[column]?.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </Sound>
  )
}
