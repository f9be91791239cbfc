import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { formatQuarter } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { quarterEnds } from './quarters.ts'
import type { Scene } from './scene.ts'

export function Controls({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const ends = quarterEnds(scene.plan.startsOn, scene.snapshot.asOf)
  const quarters = ends.map(({ day, quarter }) => ({
    value: day,
    words: formatQuarter(t, quarter),
  }))
  return (
    <div className="controls" role="group" aria-label={t('controls.label')}>
      <Picker
        label={t('controls.asOf')}
        value={scene.asOf}
        options={quarters}
        onChange={(day) =>
          void navigate(scene.link({ asOf: day === scene.snapshot.asOf ? null : day }))
        }
      />
      <Link className="button controls-wall" to={`/wall${scene.link({}).slice(1)}`}>
        {t('wall.open')}
      </Link>
    </div>
  )
}
