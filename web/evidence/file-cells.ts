import type { TFunction } from 'i18next'
import type { EvidenceFile } from '../api-evidence.ts'
import type { Column } from '../download/sheet.ts'
import { text, type Figure } from '../figure-table/figure.ts'
import { formatNumber } from '../format.ts'
import { placeAddress } from '../submissions/address.ts'
import { ROW_COUNTS } from '../submissions/file-words.ts'

export function fileColumns(t: TFunction): Column[] {
  return [
    { name: t('evidence.files.path') },
    { name: t('submissions.column.fate') },
    ...ROW_COUNTS.map((name) => ({
      name: t(`submissions.column.${name}`),
      format: 'count' as const,
      unit: t('unit.name.rows'),
    })),
    { name: t('evidence.files.sha') },
  ]
}

/** The file, which leads to its submission, what became of it and of its rows, and its hash. */
export function fileCells(t: TFunction, language: string, file: EvidenceFile): Figure[] {
  const { unit, quarter, fate } = file
  return [
    {
      ...text(file.path),
      ...(unit !== null && quarter !== null && { to: placeAddress(unit, quarter) }),
    },
    text(t(`submissions.fate.${fate}`)),
    ...ROW_COUNTS.map((name) => countCell(language, fate === 'refused' ? null : file[name])),
    text(file.sha256),
  ]
}

/** A count that was not kept is a dash, never 0. */
export function countCell(language: string, value: number | null): Figure {
  return value === null ? text('–') : { words: formatNumber(language, value), value }
}
