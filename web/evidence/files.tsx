import { useTranslation } from 'react-i18next'
import type { Evidence } from '../api-evidence.ts'
import { text, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatNumber } from '../format.ts'
import type { Place } from '../region/place.ts'
import { placeAddress } from '../submissions/address.ts'

const ROWS = [
  'rowsRead',
  'rowsStanding',
  'rowsSuperseded',
  'rowsRetracted',
  'rowsQuarantined',
] as const

const MOST = 100

/** The files that the figure is counted from, what became of their rows, and their hashes. */
export function Files({ place, evidence }: { place: Place; evidence: Evidence }) {
  const { t } = useTranslation()
  const { files, units } = evidence
  const count = useCount()
  const rows = files.map((file) => ({
    key: file.path,
    cells: [
      {
        ...text(file.path),
        ...(file.unit !== null &&
          file.quarter !== null && { to: placeAddress(file.unit, file.quarter) }),
      },
      text(t(`submissions.fate.${file.fate}`)),
      ...ROWS.map((name) => count(file.fate === 'refused' ? null : file[name])),
      text(file.sha256),
    ],
  }))
  return (
    <FigureTable
      place={place}
      title={t('evidence.files.title')}
      columns={[
        { name: t('evidence.files.path') },
        { name: t('submissions.column.fate') },
        ...ROWS.map((name) => ({
          name: t(`submissions.column.${name}`),
          format: 'count' as const,
        })),
        { name: t('evidence.files.sha') },
      ]}
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

/** A count that was not kept is a dash, never 0. */
function useCount(): (value: number | null) => Figure {
  const { i18n } = useTranslation()
  return (value) =>
    value === null ? text('–') : { words: formatNumber(i18n.language, value), value }
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
