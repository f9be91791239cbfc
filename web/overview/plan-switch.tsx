import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../format.ts'
import type { Scene } from './scene.ts'

/** Every plan by its name; the one looked at is marked. */
export function PlanSwitch({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  return (
    <nav className="plans" aria-label={t('controls.plan')}>
      <ul>
        {scene.plans.map(({ plan, name }) => (
          <li key={plan}>
            <Link
              to={scene.link({ plan, indicator: null, status: null })}
              aria-current={plan === scene.plan.plan ? 'true' : undefined}
            >
              {pick(i18n.language, name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
