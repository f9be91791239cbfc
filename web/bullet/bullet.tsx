import { useId } from 'react'
import type { BulletModel } from './bullet-model.ts'

interface Labels {
  target: string
  /** Without it this is one line of many: only the target's value stands on its marker. */
  expected?: string
}

interface BulletProps {
  model: BulletModel
  words: string
  labels: Labels
}

interface Geometry {
  top: number
  bar: number
  /** How far the target's marker reaches beyond the bar. */
  over: number
  height: number
}

const LINE: Geometry = { top: 11, bar: 8, over: 2, height: 20 }
const LABELLED: Geometry = { top: 17, bar: 13, over: 3, height: 48 }
const LABELLED_ABOVE: Geometry = { ...LABELLED, height: 34 }

function percent(value: number): string {
  return `${value}%`
}

function labelAnchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 18) return 'start'
  return at > 92 ? 'end' : 'middle'
}

interface ForecastProps {
  model: BulletModel
  hatch: string
  geometry: Geometry
}

/** Hatched from the actual to the forecast, with its interval as a line that ends in two bars. */
function Forecast({ model, hatch, geometry: { top, bar } }: ForecastProps) {
  const { actual, low, mid, high, open } = model
  if (actual === null || low === null || mid === null || high === null) return null
  const middle = top + bar / 2
  return (
    <g>
      {mid > actual && (
        <rect
          x={percent(actual)}
          y={top}
          width={percent(mid - actual)}
          height={bar}
          fill={`url(#${hatch})`}
          className="bullet-forecast"
        />
      )}
      <g className="bullet-interval">
        <line x1={percent(low)} x2={percent(high)} y1={middle} y2={middle} />
        <line x1={percent(low)} x2={percent(low)} y1={middle - 4} y2={middle + 4} />
        {!open && <line x1={percent(high)} x2={percent(high)} y1={middle - 4} y2={middle + 4} />}
      </g>
    </g>
  )
}

/** A white zigzag through the bar's end: there is more than is drawn. */
function BreakMark({ top, bar }: Geometry) {
  return (
    <svg x="100%" y={top + (bar - 18) / 2} overflow="visible" className="bullet-break">
      <path d="M-18 0l5 7-5 6 5 7" />
      <path d="M-11 0l5 7-5 6 5 7" />
    </svg>
  )
}

interface SignProps {
  at: number
  label: string | undefined
  geometry: Geometry
}

/** The thin second marker: where the plan should stand by now. */
function Expected({ at, label, geometry: { top, bar, over } }: SignProps) {
  return (
    <>
      <line
        x1={percent(at)}
        x2={percent(at)}
        y1={top - over + 1}
        y2={top + bar + over}
        className="bullet-expected"
      />
      {label !== undefined && (
        <text
          x={percent(at)}
          y={top + bar + 5}
          dominantBaseline="hanging"
          textAnchor={labelAnchor(at)}
          className="bullet-label bullet-label-expected"
          aria-hidden="true"
        >
          {label}
        </text>
      )}
    </>
  )
}

/** The wide marker with its value on it; near an end the value stays within the drawing. */
function Target({ at, label, geometry: { top, bar, over } }: SignProps) {
  const anchor = at < 18 ? 'start' : 'middle'
  return (
    <>
      <line
        x1={percent(at)}
        x2={percent(at)}
        y1={top - over}
        y2={top + bar + over}
        className="bullet-target"
      />
      {label !== undefined && (
        <text
          x={percent(at)}
          y={top - over - 1}
          textAnchor={anchor}
          className="bullet-label"
          aria-hidden="true"
        >
          {label}
        </text>
      )}
    </>
  )
}

function Steps({ at, geometry: { top, bar } }: { at: number[]; geometry: Geometry }) {
  return at.map((step) => (
    <line
      key={step}
      x1={percent(step)}
      x2={percent(step)}
      y1={top}
      y2={top + bar}
      className="bullet-step"
    />
  ))
}

function geometryOf(labels: Labels, expected: number | null): Geometry {
  if (labels.expected === undefined) return LINE
  return expected === null ? LABELLED_ABOVE : LABELLED
}

export function Bullet({ model, words, labels }: BulletProps) {
  const hatch = useId()
  const { actual, expected, target, broken } = model
  const geometry = geometryOf(labels, expected)
  const { top, bar, height } = geometry
  return (
    <svg className="bullet" width="100%" height={height} role="img" aria-label={words}>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 5l6 6M-1-1l8 8M5-1l2 2" className="bullet-hatch" />
      </pattern>
      <rect y={top} width="100%" height={bar} className="bullet-track" />
      {actual !== null && (
        <rect y={top} width={percent(actual)} height={bar} className="bullet-actual" />
      )}
      <Steps at={model.steps} geometry={geometry} />
      <Forecast model={model} hatch={hatch} geometry={geometry} />
      {broken && <BreakMark {...geometry} />}
      {expected !== null && <Expected at={expected} label={labels.expected} geometry={geometry} />}
      {target !== null && <Target at={target} label={labels.target} geometry={geometry} />}
    </svg>
  )
}
