import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatQuarter, pick } from '../format.ts'
import { Picker, type Option } from '../picker/picker.tsx'
import { quarterEnds } from './quarters.ts'
import type { Scene } from './scene.ts'

function quarterOptions(scene: Scene): Option[] {
  const ends = quarterEnds(scene.plan.startsOn, scene.snapshot.asOf)
  return ends.map(({ day, quarter }) => ({ value: day, words: quarter }))
}

export function Controls({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const plans = scene.plans.map((plan) => ({
    value: plan.plan,
    words: pick(i18n.language, plan.name),
  }))
  const quarters = quarterOptions(scene).map(({ value, words }) => ({
    value,
    words: formatQuarter(t, words),
  }))
  return (
    <div className="controls" role="group" aria-label={t('controls.label')}>
      <Picker
        label={t('controls.plan')}
        value={scene.plan.plan}
        options={plans}
        onChange={(plan) => void navigate(scene.link({ plan, indicator: null }))}
      />
      <Picker
        label={t('controls.asOf')}
        value={scene.asOf}
        options={quarters}
        onChange={(day) =>
          void navigate(scene.link({ asOf: day === scene.snapshot.asOf ? null : day }))
        }
      />
    </div>
  )
}
