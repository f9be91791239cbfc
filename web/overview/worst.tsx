import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, Progress, ProgressRow } from '../api.ts'
import type { Foremost } from '../foremost.ts'
import { formatCompletion, pick } from '../format.ts'
import { joined } from '../joined.tsx'
import { progressQuery } from '../queries.ts'
import { listedUnits, type Scene } from './scene.ts'
import { worstNamed, worstUnits } from './summary.ts'

const NAMED_INDICATORS = 3
const NAMED_UNITS = 2

/** Where each indicator lags most; nothing while it is read, or where the region has no units below. */
function useUnits(scene: Scene): ProgressRow[] {
  const { plan, region, asOf, snapshot } = scene
  const ask = { plan: plan.plan, ...listedUnits(region), asOf, snapshot: snapshot.id }
  const enabled = scene.ready && region.childLevel !== null
  const units = useQuery({ ...progressQuery(ask), enabled })
  return region.childLevel === null ? [] : (units.data?.rows ?? [])
}

interface NamedProps {
  scene: Scene
  row: ProgressRow
  indicator: Indicator
  units: Foremost<ProgressRow>
}

function Named({ scene, row, indicator, units }: NamedProps) {
  const { t, i18n } = useTranslation()
  const { code, name } = indicator
  const places = units.named.map((unit) => (
    <Link key={unit.region} to={scene.link({ region: unit.region, indicator: code })}>
      {unit.regionName}
    </Link>
  ))
  return (
    <>
      <Link to={scene.link({ indicator: code })}>{pick(i18n.language, name)}</Link>
      {t('summary.open')}
      {row.completionPercent !== null &&
        t('summary.completion', { value: formatCompletion(row.completionPercent) })}
      {units.tied > 0 && t('summary.lowest')}
      {places.length > 0
        ? joined(i18n.language, places)
        : units.tied > 0 && t('summary.tied', { count: units.tied })}
      {t('summary.close')}
    </>
  )
}

/** The promises that lag most, each with the places where it lags most: every name leads there. */
export function Worst({ scene, progress }: { scene: Scene; progress: Progress }) {
  const { t, i18n } = useTranslation()
  const units = useUnits(scene)
  const { named: worst, tied } = worstNamed(progress.rows, NAMED_INDICATORS)
  const named = worst.flatMap((row) => {
    const indicator = scene.plan.indicators.find(({ code }) => code === row.indicator)
    if (indicator === undefined) return []
    const own = units.filter((unit) => unit.indicator === row.indicator)
    const places = worstUnits(own, NAMED_UNITS)
    return [<Named key={row.indicator} {...{ scene, row, indicator, units: places }} />]
  })
  if (tied === 0) return null
  if (named.length === 0) {
    const words = t('summary.worstTied', { count: tied })
    return <p className="summary-worst">{words + t('summary.stop')}</p>
  }
  return (
    <p className="summary-worst">
      {t('summary.worstOf')}
      {joined(i18n.language, named)}
      {t('summary.stop')}
    </p>
  )
}
