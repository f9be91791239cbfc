import './date-field.css'

interface DateFieldProps {
  label: string
  /** ISO day; without it nothing is chosen yet. */
  value?: string
  min?: string
  max?: string
  /** Told an empty text while the day is incomplete. */
  onChange: (day: string) => void
}

/** One day, with its name above it: the browser's own field, which every aid knows. */
export function DateField({
  label,
  value,
  min = '2015-01-01',
  max = '2030-12-31',
  onChange,
}: DateFieldProps) {
  return (
    <label className="date-field">
      <span className="field-name">{label}</span>
      <input
        type="date"
        required
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
