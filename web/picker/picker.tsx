import { startTransition, useId, useState } from 'react'
import './picker.css'

export interface Option {
  value: string
  words: string
}

interface PickerProps {
  label: string
  value: string
  options: Option[]
  /** What stands there while nothing is chosen. */
  placeholder?: string
  onChange: (value: string) => void
}

/**
 * One choice out of a list, with its name above it: the browser's own, which every aid knows. It shows
 * what was chosen last until the page that follows from it is made, however quickly the arrows choose.
 */
export function Picker({ label, value, options, placeholder, onChange }: PickerProps) {
  const id = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  if (chosen === value) setChosen(null)
  const shown = chosen ?? value
  const isKnown = options.some((option) => option.value === shown)
  const choose = (next: string) => {
    setChosen(next)
    startTransition(() => onChange(next))
  }
  return (
    <div className="picker">
      <label className="field-name" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="picker-select"
        value={shown}
        onChange={({ target }) => choose(target.value)}
        onBlur={() => setChosen(null)}
      >
        {!isKnown && (
          <option value={shown} disabled hidden>
            {shown || placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  )
}
