import { useQuery } from '@tanstack/react-query'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator, Plan, ProgressQuestion, Status } from '../api.ts'
import type { Matrix } from '../api-region.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { StatusIcon } from '../status/status-icon.tsx'
import { statusClass } from '../status/status-class.ts'
import { Terms } from '../term/terms.tsx'
import { AbsentColumns } from './absent-columns.tsx'
import { splitColumns } from './matrix-columns.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { matrixSheet } from './matrix-sheet.ts'
import type { Place } from './place.ts'
import { matrixQuery } from './queries.ts'
import './matrix.css'

const STATUSES: readonly Status[] = ['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data']

interface MatrixProps {
  place: Place
  title: string
  /** Whose regions: those of a level under a region. */
  under: { region: string; level: ProgressQuestion['level'] }
  chosen: string | null
}

/** By which share of what is expected the plan tells on pace, watch and behind. */
function Key({ rule }: { rule: Plan['statusRule'] }) {
  const { t } = useTranslation()
  return (
    <ul className="matrix-key" aria-label={t('region.matrix.key')}>
      {STATUSES.map((status) => (
        <li key={status} className={`badge ${statusClass(status)}`}>
          <StatusIcon status={status} />
          {t(`region.band.${status}`, rule)}
        </li>
      ))}
    </ul>
  )
}

/** Regions × indicators: every cell with its status by word, icon and colour. */
export function MatrixPanel({ place, title, under, chosen }: MatrixProps) {
  const { t } = useTranslation()
  const id = useId()
  const { plan, asOf, snapshot } = place
  const matrix = useQuery(matrixQuery({ plan: plan.plan, asOf, snapshot: snapshot.id, ...under }))
  return (
    <section className="panel region-section" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        <p className="panel-sub">{t('region.matrix.keys')}</p>
      </div>
      <Key rule={plan.statusRule} />
      <Await query={matrix} lines={10}>
        {(found) =>
          found.regions.length === 0 ? (
            <Empty what="units" />
          ) : (
            <Found place={place} title={title} matrix={found} chosen={chosen} />
          )
        }
      </Await>
    </section>
  )
}

interface FoundProps extends Pick<MatrixProps, 'place' | 'title' | 'chosen'> {
  matrix: Matrix
}

function Found({ place, title, matrix, chosen }: FoundProps) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const { shown, absent } = useMemo(() => splitColumns(matrix), [matrix])
  const named = (codes: string[]) =>
    codes.flatMap((code): Indicator[] => place.plan.indicators.filter((one) => one.code === code))
  const about = () => ({ title, facts: facts(place) })
  return (
    <>
      <div className="region-tools">
        <Download
          name={title}
          sheet={() =>
            matrixSheet(t, i18n.language, { matrix, indicators: named(matrix.indicators) }, about())
          }
        />
        <Terms of={['pace', 'completion']} />
      </div>
      <MatrixGrid
        key={`${title} ${chosen ?? ''}`}
        matrix={shown}
        indicators={named(shown.indicators)}
        label={t('region.matrix.label', {
          title,
          regions: matrix.regions.length,
          indicators: shown.indicators.length,
        })}
        chosen={chosen}
        addressOf={(region, indicator) =>
          place.link({ region, level: null, ...(indicator === null ? {} : { indicator }) })
        }
      />
      <p className="paper-only">{t('region.matrix.paper')}</p>
      <AbsentColumns indicators={named(absent)} />
    </>
  )
}
