import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** The four signs of a bullet, drawn as they are drawn in the rows. */
export function Legend() {
  const { t } = useTranslation()
  const hatch = useId()
  const signs = {
    actual: <rect y="3" width="22" height="8" className="bullet-actual" />,
    expected: <line x1="11" x2="11" y1="0" y2="14" className="bullet-expected" />,
    target: <line x1="11" x2="11" y1="0" y2="14" className="bullet-target" />,
    forecast: (
      <>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 5l6 6M-1-1l8 8M5-1l2 2" className="bullet-hatch" />
        </pattern>
        <rect y="3" width="22" height="8" fill={`url(#${hatch})`} className="bullet-forecast" />
      </>
    ),
  }
  return (
    <ul className="legend">
      {Object.entries(signs).map(([name, sign]) => (
        <li key={name}>
          <svg width="22" height="14" aria-hidden="true">
            {sign}
          </svg>
          {t(`bullet.legend.${name}`)}
        </li>
      ))}
    </ul>
  )
}
