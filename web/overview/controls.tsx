import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatQuarter, pick } from '../format.ts'
import { quarterEnds } from './quarters.ts'
import type { Scene } from './scene.ts'

interface Option {
  value: string
  words: string
}

interface PickerProps {
  label: string
  value: string
  options: Option[]
  onChange: (value: string) => void
}

function Picker({ label, value, options, onChange }: PickerProps) {
  const shown = options.find((option) => option.value === value)?.words ?? value
  return (
    <Select
      className="picker"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label>{label}</Label>
      <Button className="picker-button">
        <SelectValue>{shown}</SelectValue>
        <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true">
          <path d="M1 1l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </Button>
      <Popover className="popover">
        <ListBox className="picker-list">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              className="picker-option"
              textValue={option.words}
            >
              {option.words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

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
