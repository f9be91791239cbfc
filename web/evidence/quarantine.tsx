import { useTranslation } from 'react-i18next'
import type { Evidence } from '../api-evidence.ts'
import { text } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatNumber } from '../format.ts'
import type { Place } from '../region/place.ts'
import { Reach } from './files.tsx'

const MOST = 100

/** Records that did not count, by the rule that they broke, and those of people without a registration. */
export function Quarantine({ place, evidence }: { place: Place; evidence: Evidence }) {
  const { t, i18n } = useTranslation()
  const { quarantine, unmatched, units } = evidence
  const extractName = (extract: string) => t(`submissions.extract.${extract}`)
  const rows = quarantine.map(({ extract, rule, state, records }) => ({
    key: `${extract} ${rule} ${state}`,
    cells: [
      text(rule),
      text(extractName(extract)),
      text(t(state === 'open' ? 'evidence.quarantine.open' : 'evidence.quarantine.mended')),
      { words: formatNumber(i18n.language, records), value: records },
    ],
  }))
  return (
    <FigureTable
      place={place}
      title={t('evidence.quarantine.title')}
      columns={[
        { name: t('evidence.quarantine.rule') },
        { name: t('evidence.quarantine.extract') },
        { name: t('evidence.quarantine.state') },
        {
          name: t('evidence.quarantine.records'),
          format: 'count',
          unit: t('unit.name.rows'),
        },
      ]}
      rows={rows}
      shown={MOST}
    >
      <Reach units={units} />
      {units.readable > 0 && quarantine.length === 0 && <p>{t('evidence.quarantine.none')}</p>}
      {unmatched.map(({ extract, records }) => (
        <p key={extract}>
          {t('evidence.quarantine.unmatched', {
            extract: extractName(extract),
            count: records,
            records: formatNumber(i18n.language, records),
          })}
        </p>
      ))}
    </FigureTable>
  )
}
