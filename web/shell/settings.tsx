import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../disclosure/disclosure.tsx'
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
  const group = useId()
  return (
    <fieldset className="choice">
      <legend>{t(`settings.${name}.label`)}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className="choice-field">
            <input
              type="radio"
              className="visually-hidden"
              name={group}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span className="choice-option">{t(`settings.${name}.${option}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Language, theme and contrast; kept in this browser. */
export function Settings() {
  const { t } = useTranslation()
  return (
    <Disclosure words={t('settings.open')} className="header-button" at="end">
      {() => <Choices />}
    </Disclosure>
  )
}

function Choices() {
  const { t, i18n } = useTranslation()
  const [display, setDisplay] = useState(keptDisplay)
  const change = (next: Display) => {
    changeDisplay(next)
    setDisplay(next)
  }
  const language = LANGUAGES.find((known) => known === i18n.language) ?? 'zh-CN'
  return (
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
  )
}
