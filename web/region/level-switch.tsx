import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Place } from './place.ts'

/** The regions next below, or all counties at once. */
export function LevelSwitch({ place, shown }: { place: Place; shown: string }) {
  const { t } = useTranslation()
  const { childLevel } = place.region
  const levels = [childLevel ?? 'county', 'county']
  return (
    <nav className="region-levels" aria-label={t('region.levels')}>
      {levels.map((level) => (
        <Link
          key={level}
          className="button"
          to={place.link({ level })}
          {...(level === shown ? { 'aria-current': 'true' as const } : {})}
        >
          {t(`region.level.${level}`)}
        </Link>
      ))}
    </nav>
  )
}
