import type { TFunction } from 'i18next'
import type { Fault, SubmissionCalendar, SubmittedFile } from '../api-submissions.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import { formatQuarter } from '../format.ts'
import { cellWords, NATION } from './calendar-words.ts'
import { extractWords, formWords, ROW_COUNTS } from './file-words.ts'

/** The tables of the page as files; what a refused file has no count of is a word, never 0. */

export type About = Pick<Sheet, 'title' | 'facts'>

function columnsOf(t: TFunction, names: readonly string[]): Column[] {
  return names.map((name) => ({ name: t(`submissions.column.${name}`) }))
}

/** Units as rows, quarters as columns: the state, and of what it is made. */
export function calendarSheet(
  t: TFunction,
  { units, quarters }: Pick<SubmissionCalendar, 'units' | 'quarters'>,
  about: About,
): Sheet {
  const names = quarters.map((quarter) => ({ name: formatQuarter(t, quarter) }))
  return {
    ...about,
    columns: [{ name: t('download.code') }, ...columnsOf(t, ['unit']), ...names],
    rows: units.map(({ code, name, quarters: cells }) => [
      code,
      code === NATION ? t('submissions.federation') : name,
      ...cells.map((cell) => {
        if (code === NATION && cell.filesAccepted + cell.filesRefused === 0)
          return t('submissions.notDue')
        return [t(`submissions.state.${cell.state}`), cellWords(t, cell)].join(t('list.colon'))
      }),
    ]),
  }
}

function countCells(t: TFunction, file: SubmittedFile): Cell[] {
  return ROW_COUNTS.map((name) =>
    file.fate === 'refused' ? t('download.none') : (file[name] ?? t('download.none')),
  )
}

/** Files as rows, with the quarter that each was sent for. */
export function filesSheet(t: TFunction, files: SubmittedFile[], about: About): Sheet {
  const counts = ROW_COUNTS.map((name) => ({
    name: t(`submissions.column.${name}`),
    format: 'count' as const,
  }))
  return {
    ...about,
    columns: [
      ...columnsOf(t, ['quarter', 'extract', 'file', 'fate', 'reason', 'form', 'bytes']),
      ...counts,
      ...columnsOf(t, ['notes', 'sha']),
    ],
    rows: files.map((file) => [
      formatQuarter(t, file.quarter ?? ''),
      extractWords(t, file.extract),
      file.name,
      t(`submissions.fate.${file.fate}`),
      file.reason ?? '',
      formWords(t, file),
      file.bytes ?? t('download.none'),
      ...countCells(t, file),
      file.notes
        .map(({ note, records }) =>
          records === 0 ? note : t('submissions.files.note', { note, value: records }),
        )
        .join(t('list.semicolon')),
      file.sha256,
    ]),
  }
}

/** Faults as rows, with the path of the file they are in where they have one. */
export function faultsSheet(
  t: TFunction,
  faults: (Omit<Fault, 'path' | 'extract'> & Partial<Fault>)[],
  about: About,
): Sheet {
  return {
    ...about,
    columns: columnsOf(t, ['extract', 'file', 'line', 'column', 'rule', 'value']),
    rows: faults.map(({ extract = null, path = '', line, column, rule, value }) => [
      extractWords(t, extract),
      path,
      line,
      column ?? t('submissions.quarantine.wholeRow'),
      rule,
      value ?? '',
    ]),
  }
}
