import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ProgressQuestion } from '../api.ts'
import { Late } from '../lateness/late.tsx'
import { SceneFilters } from '../overview/scene-filters.tsx'
import { Summary } from '../overview/summary-panel.tsx'
import { progressQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Figures } from './figures.tsx'
import { LevelSwitch } from './level-switch.tsx'
import { MatrixPanel } from './matrix.tsx'
import { RegionInquiries } from './open-inquiries.tsx'
import { Persons } from '../persons/persons.tsx'
import { Parts, type Part } from './parts.tsx'
import { questionOf, sceneOf, type Place } from './place.ts'
import { Reporting } from './reporting.tsx'
import { matrixQuery } from './queries.ts'
import { TopCounties } from './top-counties.tsx'
import { useAnnounceLevel } from './use-announce-level.ts'
import { Trend } from '../trend/trend.tsx'

export function RegionPage({ place, level }: { place: Place; level: string | null }) {
  return (
    <>
      <Outline place={place} />
      <Parts parts={partsOf(place, level)} />
    </>
  )
}

/** A province begins with its own figures, what lies below it with those around it. */
function partsOf(place: Place, level: string | null): Part[] {
  const { region } = place
  const isBelowProvince = region.level === 'prefecture' || region.level === 'county'
  const figures: Part = { name: 'figures', shown: <Figures place={place} /> }
  const has = (isThere: boolean, ...parts: Part[]) => (isThere ? parts : [])
  return [
    ...has(region.level === 'province', figures),
    ...has(isBelowProvince, { name: 'siblings', shown: <Siblings place={place} /> }),
    ...has(region.childLevel !== null, {
      name: 'children',
      shown: <Children place={place} level={level} />,
    }),
    ...has(isBelowProvince, figures),
    ...has(region.childLevel !== null, { name: 'top', shown: <TopCounties place={place} /> }),
    ...has(isBelowProvince, { name: 'trend', shown: <OwnTrend place={place} /> }),
    { name: 'persons', shown: <Persons place={place} /> },
    { name: 'reporting', shown: <Reporting place={place} /> },
    ...has(region.level !== 'nation', {
      name: 'inquiries',
      shown: <RegionInquiries place={place} />,
    }),
  ]
}

function OwnTrend({ place }: { place: Place }) {
  return (
    <div className="region-section">
      <Trend scene={sceneOf(place)} />
    </div>
  )
}

/** Before every panel: the page in a few sentences, and whether the data themselves are late. */
function Outline({ place }: { place: Place }) {
  const own = useQuery(progressQuery({ ...questionOf(place), level: 'self' }))
  const scene = sceneOf(place)
  return (
    <Await query={own} lines={3}>
      {(progress) => (
        <>
          <Summary scene={scene} progress={progress}>
            <SceneFilters scene={scene} />
          </Summary>
          <Late place={place} rows={progress.rows} />
        </>
      )}
    </Await>
  )
}

/** While one drills, the region's siblings stay beside it; below a province one's own only. */
function Siblings({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { region } = place
  const parent = region.path.at(-2)
  if (parent === undefined) return null
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
  const shown: ProgressQuestion['level'] = level === 'county' ? 'county' : (childLevel ?? 'self')
  const title = t(`region.children.${shown}`, { name })
  const { plan, asOf, snapshot } = questionOf(place)
  const ask = { ...questionOf(place), level: shown }
  const matrix = useQuery({ ...matrixQuery(ask), enabled: childLevel !== null })
  useAnnounceLevel([plan, code, asOf, snapshot].join(' '), title, matrix)
  if (childLevel === null) return null
  return (
    <>
      {childLevel !== 'county' && <LevelSwitch place={place} shown={shown} />}
      <MatrixPanel
        place={place}
        title={title}
        under={{ region: code, level: shown }}
        chosen={null}
      />
    </>
  )
}
