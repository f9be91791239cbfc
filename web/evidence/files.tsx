import { useTranslation } from 'react-i18next'
import type { Evidence } from '../api-evidence.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import type { Place } from '../region/place.ts'
import { countCell, fileCells, fileColumns } from './file-cells.ts'

const MOST = 100

/** The files that the figure is counted from, what became of their rows, and their hashes. */
export function Files({ place, evidence }: { place: Place; evidence: Evidence }) {
  const { t, i18n } = useTranslation()
  const { files, units } = evidence
  const count = (value: number | null) => countCell(i18n.language, value)
  const rows = files.map((file) => ({
    key: file.path,
    cells: fileCells(t, i18n.language, file),
  }))
  return (
    <FigureTable
      place={place}
      title={t('evidence.files.title')}
      columns={fileColumns(t)}
      rows={rows}
      shown={MOST}
    >
      <Reach units={units} />
      {evidence.extracts.map((total) => (
        <p key={total.extract}>
          {t('evidence.files.total', {
            extract: t(`submissions.extract.${total.extract}`),
            accepted: total.accepted,
            refused: total.refused,
            read: count(total.rowsRead).words,
            standing: count(total.rowsStanding).words,
            superseded: count(total.rowsSuperseded).words,
            retracted: count(total.rowsRetracted).words,
            quarantined: count(total.rowsQuarantined).words,
          })}
        </p>
      ))}
      {files.length > MOST && (
        <p className="soft">{t('evidence.files.more', { shown: MOST, count: files.length })}</p>
      )}
    </FigureTable>
  )
}

/** Whose files these are, where the account does not read those of all units. */
export function Reach({ units }: { units: Evidence['units'] }) {
  const { t } = useTranslation()
  if (units.readable === units.due) return null
  return (
    <p className="evidence-reach">
      {t(units.readable === 0 ? 'evidence.files.refused' : 'evidence.files.partly', {
        readable: units.readable,
        due: units.due,
      })}
    </p>
  )
}
