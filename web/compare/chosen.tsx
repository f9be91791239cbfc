import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Plan } from '../api.ts'
import type { Matrix } from '../api-region.ts'
import { pick } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { TakingPicker } from '../picker/taking-picker.tsx'
import type { Compared } from './address.ts'

type Regions = Matrix['regions']

interface ChosenProps {
  plans: Plan[]
  plan: Plan
  field: Regions
  shown: Regions
  most: number
  /** The address of this page with something changed. */
  link: (change: Partial<Compared>) => string
}

/** Which regions stand side by side: one more is picked, each can be taken away; the focus stays among them. */
export function Chosen({ plans, plan, field, shown, most, link }: ChosenProps) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const codes = shown.map(({ code }) => code)
  const others = field.filter(({ code }) => !codes.includes(code))
  return (
    <div
      ref={box}
      className="compare-chosen"
      role="group"
      aria-label={t('compare.chosen')}
      tabIndex={-1}
    >
      <Picker
        label={t('region.plan')}
        value={plan.plan}
        options={plans.map((one) => ({ value: one.plan, words: pick(i18n.language, one.name) }))}
        onChange={(code) => void navigate(link({ plan: code }))}
      />
      {shown.length < most && (
        <TakingPicker
          label={t('compare.add')}
          placeholder={t('compare.choose')}
          options={others.map(({ code, name }) => ({ value: code, words: name }))}
          take={t('compare.take')}
          onTake={(code) => {
            if (shown.length + 1 === most) box.current?.focus()
            void navigate(link({ regions: [...codes, code] }))
          }}
        />
      )}
      {shown.length > 1 &&
        shown.map(({ code, name }) => (
          <Link
            key={code}
            className="button compare-chip"
            to={link({ regions: codes.filter((one) => one !== code) })}
            aria-label={t('compare.remove', { name })}
            onClick={() => box.current?.focus()}
          >
            {name} <span aria-hidden="true">×</span>
          </Link>
        ))}
    </div>
  )
}
