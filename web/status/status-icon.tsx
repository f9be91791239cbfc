import type { Status } from '../api.ts'

/** Six shapes that differ without colour: disc with tick, arrow, bar, down arrow, cross, ring. */
const SHAPES: Record<Status, { fill: string; stroke: string }> = {
  met: { fill: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Z', stroke: 'M4.5 8.2 7 10.8l4.6-5.2' },
  on_pace: { fill: 'M8 1l7 7h-4v7H5V8H1Z', stroke: '' },
  watch: { fill: 'M8 0.5 16 15.5H0Z', stroke: 'M8 6v4.5M8 12.3v1.2' },
  behind: { fill: 'M8 15 1 8h4V1h6v7h4Z', stroke: '' },
  overdue: { fill: 'M5 0h6l5 5v6l-5 5H5l-5-5V5Z', stroke: 'M5 5l6 6M11 5l-6 6' },
  no_data: { fill: '', stroke: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM4 8h8' },
}

export function StatusIcon({ status }: { status: Status }) {
  const { fill, stroke } = SHAPES[status]
  return (
    <svg className="status-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {fill !== '' && <path d={fill} fill="currentColor" />}
      {stroke !== '' && (
        <path
          d={stroke}
          fill="none"
          strokeWidth="1.8"
          className={fill === '' ? 'status-stroke' : 'status-cut'}
        />
      )}
    </svg>
  )
}
