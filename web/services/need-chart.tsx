import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { Bullet } from '../bullet/bullet.tsx'
import { bulletModel } from '../bullet/bullet-model.ts'
import { bulletWords, targetWords } from '../bullet/bullet-words.ts'
import { formatShort } from '../format.ts'
import '../bullet/bullet.css'
import './services.css'

/** More than this is read in the table. */
const SHOWN = 40

interface NeedChartProps {
  ref: Ref<HTMLUListElement>
  rows: ProgressRow[]
  indicator: Indicator
}

/** Each region's share as a bar against all of the need. */
export function NeedChart({ ref, rows, indicator }: NeedChartProps) {
  const { t, i18n } = useTranslation()
  const drawn = rows.filter(({ actual }) => actual !== null).slice(0, SHOWN)
  return (
    <ul ref={ref} className="need-chart" aria-label={t('services.chart')}>
      {drawn.map((row, at) => (
        <li key={row.region}>
          <span aria-hidden="true">{row.regionName}</span>
          <Bullet
            model={bulletModel({ ...row, forecast: null }, indicator.kind)}
            words={`${row.regionName}${t('list.colon')}${bulletWords(t, i18n.language, row, indicator)}`}
            labels={{
              target:
                at > 0 || row.target === null
                  ? ''
                  : targetWords(t, i18n.language, indicator.unit, row.target),
            }}
          />
          <span className="need-share" aria-hidden="true">
            {formatShort(t, i18n.language, indicator.unit, row.actual ?? 0)}
          </span>
        </li>
      ))}
    </ul>
  )
}
