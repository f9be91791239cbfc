import { sparkline } from './sparkline-model.ts'

const WIDTH = 60
const HEIGHT = 18

/** Where an indicator comes from, drawn as small as a word; the page says the same in words. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const { lines, last } = sparkline(values, { width: WIDTH, height: HEIGHT })
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      {lines.map((points) => (
        <polyline key={points} points={points} />
      ))}
      {last !== null && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  )
}
