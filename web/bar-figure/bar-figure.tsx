import './bar-figure.css'

interface BarFigureProps {
  caption: string
  unit: string
  bars: { name: string; value: number; shown: string }[]
}

const WHOLE = 400

/** Horizontal bars with name and value as text: the list is its own table. */
export function BarFigure({ caption, unit, bars }: BarFigureProps) {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 1)
  return (
    <figure className="bar-figure">
      <figcaption>
        {caption} ({unit})
      </figcaption>
      <ul>
        {bars.map(({ name, value, shown }) => (
          <li key={name}>
            <span>{name}</span>
            <svg viewBox={`0 0 ${WHOLE} 12`} preserveAspectRatio="none" aria-hidden="true">
              <rect className="bar-fill" width={(Math.abs(value) / most) * WHOLE} height="12" />
            </svg>
            <span className="bar-value">{shown}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
