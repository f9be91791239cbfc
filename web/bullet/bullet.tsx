import { useId } from 'react'
import type { BulletModel } from './bullet-model.ts'

interface BulletProps {
  model: BulletModel
  words: string
  targetLabel: string
  expectedLabel: string
}

const BAR_TOP = 17
const BAR_HEIGHT = 13
const HEIGHT = 48
const HEIGHT_WITHOUT_EXPECTED = 34

function percent(value: number): string {
  return `${value}%`
}

function labelAnchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 18) return 'start'
  return at > 92 ? 'end' : 'middle'
}

/** Hatched from the actual to the forecast, with its interval as a line that ends in two bars. */
function Forecast({ model, hatch }: { model: BulletModel; hatch: string }) {
  const { actual, low, mid, high, open } = model
  if (actual === null || low === null || mid === null || high === null) return null
  const middle = BAR_TOP + BAR_HEIGHT / 2
  return (
    <g>
      {mid > actual && (
        <rect
          x={percent(actual)}
          y={BAR_TOP}
          width={percent(mid - actual)}
          height={BAR_HEIGHT}
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
function BreakMark() {
  return (
    <svg x="100%" y={BAR_TOP - 3} overflow="visible" className="bullet-break">
      <path d="M-18 0l5 7-5 6 5 7" />
      <path d="M-11 0l5 7-5 6 5 7" />
    </svg>
  )
}

interface SignProps {
  at: number
  label: string
}

/** The thin second marker: where the plan should stand by now. */
function Expected({ at, label }: SignProps) {
  return (
    <>
      <line
        x1={percent(at)}
        x2={percent(at)}
        y1={BAR_TOP - 3}
        y2={BAR_TOP + BAR_HEIGHT + 5}
        className="bullet-expected"
      />
      <text
        x={percent(at)}
        y={HEIGHT - 2}
        textAnchor={labelAnchor(at)}
        className="bullet-label bullet-label-expected"
      >
        {label}
      </text>
    </>
  )
}

function Target({ at, label }: SignProps) {
  return (
    <>
      <line
        x1={percent(at)}
        x2={percent(at)}
        y1={BAR_TOP - 4}
        y2={BAR_TOP + BAR_HEIGHT + 4}
        className="bullet-target"
      />
      <text x={percent(at)} y={10} textAnchor="middle" className="bullet-label">
        {label}
      </text>
    </>
  )
}

export function Bullet({ model, words, targetLabel, expectedLabel }: BulletProps) {
  const hatch = useId()
  const { actual, expected, target, broken } = model
  const height = expected === null ? HEIGHT_WITHOUT_EXPECTED : HEIGHT
  return (
    <svg className="bullet" width="100%" height={height} role="img" aria-label={words}>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 5l6 6M-1-1l8 8M5-1l2 2" className="bullet-hatch" />
      </pattern>
      <rect y={BAR_TOP} width="100%" height={BAR_HEIGHT} className="bullet-track" />
      {actual !== null && (
        <rect y={BAR_TOP} width={percent(actual)} height={BAR_HEIGHT} className="bullet-actual" />
      )}
      <Forecast model={model} hatch={hatch} />
      {broken && <BreakMark />}
      {expected !== null && <Expected at={expected} label={expectedLabel} />}
      {target !== null && <Target at={target} label={targetLabel} />}
    </svg>
  )
}
