import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Late } from '../lateness/late.tsx'
import { progressQuery } from '../queries.ts'
import { Figures } from './figures.tsx'
import { LevelSwitch } from './level-switch.tsx'
import { MatrixPanel } from './matrix.tsx'
import { RegionInquiries } from './open-inquiries.tsx'
import { Persons } from '../persons/persons.tsx'
import { questionOf, sceneOf, type Place } from './place.ts'
import { Reporting } from './reporting.tsx'
import { TopCounties } from './top-counties.tsx'
import { Trend } from '../trend/trend.tsx'

export function RegionPage({ place, level }: { place: Place; level: string | null }) {
  const { region } = place
  const isBelowProvince = region.level === 'prefecture' || region.level === 'county'
  return (
    <>
      <LateHere place={place} />
      {region.level === 'province' && <Figures place={place} />}
      <Siblings place={place} />
      <Children place={place} level={level} />
      {isBelowProvince && <Figures place={place} />}
      {region.childLevel !== null && <TopCounties place={place} />}
      {isBelowProvince && (
        <div className="region-section">
          <Trend scene={sceneOf(place)} />
        </div>
      )}
      <Persons place={place} />
      <Reporting place={place} />
      {region.level !== 'nation' && <RegionInquiries place={place} />}
    </>
  )
}

/** Before every panel: whether the data themselves are late. */
function LateHere({ place }: { place: Place }) {
  const { data } = useQuery(progressQuery({ ...questionOf(place), level: 'self' }))
  return data === undefined ? null : <Late place={place} rows={data.rows} />
}

/** While one drills, the region's siblings stay beside it; below a province one's own only. */
function Siblings({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { region } = place
  const parent = region.path.at(-2)
  if (parent === undefined || region.level === 'province' || region.level === 'nation') return null
  return (
    <MatrixPanel
      place={place}
      title={t('region.siblings', { name: region.name, parent: parent.name })}
      under={{ region: parent.code, level: region.level }}
      chosen={region.code}
    />
  )
}

function Children({ place, level }: { place: Place; level: string | null }) {
  const { t } = useTranslation()
  const { childLevel, code, name } = place.region
  if (childLevel === null) return null
  const shown = level === 'county' ? 'county' : childLevel
  return (
    <>
      {childLevel !== 'county' && <LevelSwitch place={place} shown={shown} />}
      <MatrixPanel
        place={place}
        title={t(`region.children.${shown}`, { name })}
        under={{ region: code, level: shown }}
        chosen={null}
      />
    </>
  )
}
