import { useState } from 'react'
import { Picker, type Option } from './picker.tsx'

interface TakingPickerProps {
  label: string
  placeholder: string
  options: Option[]
  /** What the button says that takes the choice. */
  take: string
  onTake: (value: string) => void
}

/** A choice that adds something: keys walk through the list first, and only the button adds. */
export function TakingPicker({ label, placeholder, options, take, onTake }: TakingPickerProps) {
  const [wanted, want] = useState('')
  const isThere = options.some(({ value }) => value === wanted)
  return (
    <>
      <Picker
        label={label}
        value={isThere ? wanted : ''}
        placeholder={placeholder}
        options={options}
        onChange={want}
      />
      <button type="button" className="button" disabled={!isThere} onClick={() => onTake(wanted)}>
        {take}
      </button>
    </>
  )
}
