import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { pick } from '../format.ts'
import { Basis } from '../overview/basis.tsx'
import { Picker } from '../picker/picker.tsx'
import { Ranking } from '../ranking/ranking.tsx'
import { questionOf, sceneOf, type Place } from '../region/place.ts'
import { RegionFrame } from '../region/region-frame.tsx'
import { Await } from '../states/await.tsx'
import { Cohorts } from '../training/cohorts.tsx'
import { Trend } from '../trend/trend.tsx'
import { Breakdowns } from './breakdowns.tsx'
import { Counts } from './counts.tsx'
import { Files } from './files.tsx'
import { Formula } from './formula.tsx'
import { Ledger } from './ledger.tsx'
import { evidenceQuery } from './queries.ts'
import { Quarantine } from './quarantine.tsx'
import './evidence.css'

/** 证据链: from a figure down to its definition, its counts, its files and what did not count. */
export function Evidence() {
  const { t } = useTranslation()
  return (
    <RegionFrame path="/evidence" name={t('evidence.title')}>
      {(place) => (
        <>
          <IndicatorChoice place={place} />
          <Chain place={place} />
        </>
      )}
    </RegionFrame>
  )
}

function IndicatorChoice({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  return (
    <div className="evidence-choice">
      <Picker
        label={t('evidence.indicator')}
        value={place.indicator.code}
        options={place.plan.indicators.map(({ code, name }) => ({
          value: code,
          words: `${code} ${pick(i18n.language, name)}`,
        }))}
        onChange={(indicator) => void navigate(place.link({ indicator }))}
      />
    </div>
  )
}

/** Where what became of those trained follows month by month. */
const COHORTS = ['conversion', 'stability']

function Chain({ place }: { place: Place }) {
  const ask = { ...questionOf(place), indicator: place.indicator.code }
  const found = useQuery(evidenceQuery(ask))
  const scene = sceneOf(place)
  return (
    <>
      <Await query={found} lines={12}>
        {(evidence) => (
          <>
            <Counts place={place} evidence={evidence} />
            <div className="region-section">
              <Basis indicator={place.indicator} />
            </div>
            <Formula evidence={evidence} />
          </>
        )}
      </Await>
      <Ledger place={place} />
      <div className="region-section">
        <Trend scene={scene} />
      </div>
      {place.indicator.levels.includes(place.region.childLevel ?? place.region.level) && (
        <div className="region-section">
          <Ranking scene={scene} />
        </div>
      )}
      {found.data !== undefined && (
        <>
          <Breakdowns place={place} evidence={found.data} />
          {COHORTS.includes(found.data.view) && <Cohorts place={place} />}
          <Files place={place} evidence={found.data} />
          <Quarantine place={place} evidence={found.data} />
        </>
      )}
    </>
  )
}
