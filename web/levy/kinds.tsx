import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { progressQuery } from '../queries.ts'
import { useAsked } from '../region/address.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { KindTable } from './kind-table.tsx'
import { DIVISIONS, isDivision, kindsQuery, type Division } from './kinds-query.ts'

/** The indicator that tells whether the region sent its filings at all. */
const FILED = 'L6'

/** Employers by kind, ratio or size: how many reach the ratio, exceed it, pay less or nothing, or pay what differs. */
export function Kinds({ place }: { place: Place }) {
  const asked = useAsked()
  const by = isDivision(asked.by) ? asked.by : 'employer_kind'
  const kinds = useQuery(kindsQuery(place, by))
  const own = useQuery(progressQuery({ ...questionOf(place), level: 'self' }))
  return (
    <Await query={own} lines={8}>
      {(progress) => (
        <Await query={kinds} lines={8}>
          {(found) => {
            const filed = progress.rows.find(({ indicator }) => indicator === FILED)
            return (
              <KindTable place={place} {...found} reason={filed?.reason ?? null}>
                <By place={place} by={found.by} />
              </KindTable>
            )
          }}
        </Await>
      )}
    </Await>
  )
}

function By({ place, by }: { place: Place; by: Division }) {
  const { t } = useTranslation()
  return (
    <nav className="region-levels" aria-label={t('levy.kinds.by')}>
      {DIVISIONS.map((division) => (
        <Link
          key={division}
          className="button"
          to={place.link({ by: division })}
          aria-current={division === by ? 'true' : undefined}
        >
          {t(`levy.kinds.division.${division}`)}
        </Link>
      ))}
    </nav>
  )
}
