import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
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

/** Open until Escape, a press elsewhere, or until the focus goes on. */
function useDisclosure() {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isOutside = (target: EventTarget | null) =>
    target instanceof Node && box.current?.contains(target) !== true
  useEffect(() => {
    if (!isOpen) return
    const onPress = ({ target }: PointerEvent) => {
      if (isOutside(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen])
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (isOutside(relatedTarget)) setOpen(false)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    button.current?.focus()
  }
  return { isOpen, turn: () => setOpen(!isOpen), box, button, onBlur, onKeyDown }
}

/** Language, theme and contrast; kept in this browser. */
export function Settings() {
  const { t } = useTranslation()
  const panel = useId()
  const { isOpen, turn, box, button, onBlur, onKeyDown } = useDisclosure()
  return (
    <div className="settings-place" ref={box} onBlur={onBlur} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="header-button"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={turn}
      >
        {t('settings.open')}
      </button>
      <div id={panel} className="settings popover" hidden={!isOpen}>
        {isOpen && <Choices />}
      </div>
    </div>
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
    <>
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
    </>
  )
}
