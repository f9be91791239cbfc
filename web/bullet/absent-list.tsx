import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { groupAbsent, type Line } from './bullet-groups.ts'
import './absent-list.css'

/** What does not exist for this region, under one heading, one line a reason. */
export function AbsentList({ scene, lines }: { scene: Scene; lines: Line[] }) {
  const { t, i18n } = useTranslation()
  if (lines.length === 0) return null
  return (
    <div className="absent">
      <h3>{t('absent.title', { name: scene.region.name, count: lines.length })}</h3>
      <dl>
        {groupAbsent(lines, scene.region.level).map(([why, found]) => (
          <div key={why}>
            <dt>{t(`absent.why.${why}`)}</dt>
            {found.map(({ indicator }) => (
              <dd key={indicator.code}>
                <Link
                  id={`row-${indicator.code}`}
                  to={scene.link({ indicator: indicator.code })}
                  aria-current={indicator.code === scene.indicator.code ? 'true' : undefined}
                >
                  {pick(i18n.language, indicator.name)}
                </Link>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}
