import { useTranslation } from 'react-i18next'
import type { Region } from '../api.ts'
import { formatDay } from '../format.ts'
import { TimeTravel } from '../time-travel/time-travel.tsx'
import { Reported } from './reported.tsx'
import { unitOf } from './unit-of.ts'

interface FactsProps {
  asOf: string
  snapshot: string
  /** The page can look at any day, not only at its dataset's own. */
  dated?: boolean
  /** The figures are of this region; without it of the nation. */
  region?: Pick<Region, 'path'>
  /** It stays with its day and dataset. */
  fixed?: boolean
}

/** 数据截止 and 数据集: from what the figures of a page are, and the way to another day or dataset. */
export function Facts({ asOf, snapshot, region, dated = false, fixed = false }: FactsProps) {
  const { t } = useTranslation()
  return (
    <div className="facts-line">
      <dl className="facts">
        <div>
          <dt>{t('heading.asOf')}</dt>
          <dd>{formatDay(t, asOf)}</dd>
        </div>
        <div>
          <dt>{t('heading.snapshot')}</dt>
          <dd>{snapshot}</dd>
        </div>
        {dated && <Reported asOf={asOf} snapshot={snapshot} unit={unitOf(region)} />}
      </dl>
      {!fixed && <TimeTravel asOf={asOf} snapshot={snapshot} dated={dated} />}
    </div>
  )
}
