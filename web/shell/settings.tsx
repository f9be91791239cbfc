import { useState } from 'react'
import {
  Button,
  DialogTrigger,
  Label,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { changeLanguage, LANGUAGES } from '../i18n.ts'
import { changeDisplay, keptDisplay, type Contrast, type Display, type Theme } from './display.ts'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const CONTRASTS: readonly Contrast[] = ['system', 'high']

interface ChoiceProps<T extends string> {
  name: string
  value: T
  options: readonly T[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ name, value, options, onChange }: ChoiceProps<T>) {
  const { t } = useTranslation()
  return (
    <RadioGroup className="choice" value={value} onChange={(next) => onChange(next as T)}>
      <Label>{t(`settings.${name}.label`)}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <RadioField key={option} value={option} className="choice-field">
            <RadioButton className="choice-option">{t(`settings.${name}.${option}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}

/** Language, theme and contrast; kept in this browser. The popover is itself the dialog. */
export function Settings() {
  const { t, i18n } = useTranslation()
  const [display, setDisplay] = useState(keptDisplay)
  const change = (next: Display) => {
    changeDisplay(next)
    setDisplay(next)
  }
  const language = LANGUAGES.find((known) => known === i18n.language) ?? 'zh-CN'
  return (
    <DialogTrigger>
      <Button className="header-button">{t('settings.open')}</Button>
      <Popover className="popover" placement="bottom end" aria-label={t('settings.open')}>
        <div className="settings">
          <h2>{t('settings.open')}</h2>
          <Choice
            name="language"
            value={language}
            options={LANGUAGES}
            onChange={(next) => void changeLanguage(next)}
          />
          <Choice
            name="theme"
            value={display.theme}
            options={THEMES}
            onChange={(theme) => change({ ...display, theme })}
          />
          <Choice
            name="contrast"
            value={display.contrast}
            options={CONTRASTS}
            onChange={(contrast) => change({ ...display, contrast })}
          />
        </div>
      </Popover>
    </DialogTrigger>
  )
}
