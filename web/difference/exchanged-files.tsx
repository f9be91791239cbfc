import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../api-evidence.ts'
import type { Bridge } from '../api-bridge.ts'
import { fileCells, fileColumns } from '../evidence/file-cells.ts'
import { Reach } from '../evidence/files.tsx'
import { text } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import type { Place } from '../region/place.ts'

interface ExchangedFilesProps {
  place: Place
  bridge: Bridge
}

/** By which files the two datasets differ, with their hashes: what the difference came with. */
export function ExchangedFiles({ place, bridge }: ExchangedFilesProps) {
  const { t, i18n } = useTranslation()
  const { files, from, to } = bridge
  if (from.snapshot === to.snapshot) return null
  const rowsOf = (of: EvidenceFile[], id: string) =>
    of.map((file) => ({
      key: `${file.path} ${file.sha256}`,
      cells: fileCells(t, i18n.language, file).toSpliced(
        1,
        0,
        text(t('difference.files.only', { id })),
      ),
    }))
  const rows = [...rowsOf(files.added, to.snapshot), ...rowsOf(files.removed, from.snapshot)]
  const counts = { added: files.added.length, removed: files.removed.length }
  return (
    <FigureTable
      place={place}
      title={t('difference.files.title')}
      columns={fileColumns(t).toSpliced(1, 0, { name: t('difference.files.where') })}
      rows={rows}
    >
      <Reach units={files.units} />
      {files.units.readable > 0 && (
        <p>{t(`difference.files.${rows.length === 0 ? 'none' : 'words'}`, counts)}</p>
      )}
    </FigureTable>
  )
}
