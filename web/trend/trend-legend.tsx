import { useTranslation } from 'react-i18next'

const SIGNS = {
  actual: { className: 'line-actual' },
  expected: { className: 'line-expected', strokeDasharray: '5 3' },
  target: { className: 'line-target', strokeDasharray: '2 3' },
  forecast: { className: 'line-forecast', strokeDasharray: '10 3 2 3' },
} as const

/** The chart's lines as they are drawn, with their names. */
export function TrendLegend({ forecast }: { forecast: boolean }) {
  const { t } = useTranslation()
  const names = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).filter(
    (name) => name !== 'forecast' || forecast,
  )
  return (
    <ul className="legend">
      {names.map((name) => (
        <li key={name}>
          <svg width="26" height="12" aria-hidden="true">
            {name === 'forecast' && <rect width="26" height="12" className="line-band" />}
            <line x1="0" x2="26" y1="6" y2="6" {...SIGNS[name]} />
            {name === 'actual' && <circle cx="13" cy="6" r="3.5" className="line-dot" />}
          </svg>
          {t(`bullet.legend.${name}`)}
        </li>
      ))}
    </ul>
  )
}
