import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'
import './picker.css'

interface Option {
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

/** One choice out of a list, with its name above it. */
export function Picker({ label, value, options, placeholder, onChange }: PickerProps) {
  const shown = options.find((option) => option.value === value)?.words ?? (value || placeholder)
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
