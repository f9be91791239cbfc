import type { SubmittedFile } from '../manifest.ts'

/**
 * What became of a unit's quarter: `received` all files were accepted; `partly_refused` some were;
 * `refused` none was; `late` nothing lies in its folder, but the unit has submitted since; `missing`
 * nothing lies in its folder, nor in any later one.
 */
type QuarterState = 'received' | 'partly_refused' | 'refused' | 'late' | 'missing'

export type UnitQuarter = {
  quarter: string
  state: QuarterState
  filesAccepted: number
  filesRefused: number
  rowsQuarantined: number
  /** The quarter of the unit's next accepted submission, where this one is late. */
  sentWith: string | null
}

export type QuarterCount = Record<QuarterState, number> & { quarter: string; due: number }

const none: Record<QuarterState, number> = {
  received: 0,
  partly_refused: 0,
  refused: 0,
  late: 0,
  missing: 0,
}

/** A unit's quarters in order, from its files. */
export function unitQuarters(files: SubmittedFile[], quarters: string[]): UnitQuarter[] {
  const accepted = files.filter(({ fate }) => fate === 'accepted')
  const submitted = accepted.flatMap(({ quarter }) => quarter ?? []).sort()
  return quarters.map((quarter) => {
    const own = files.filter((file) => file.quarter === quarter)
    const sentWith = submitted.find((later) => later > quarter) ?? null
    const state = stateOf(own, sentWith)
    return {
      quarter,
      state,
      ...countsOf(own),
      sentWith: state === 'late' ? sentWith : null,
    }
  })
}

function stateOf(files: SubmittedFile[], sentWith: string | null): QuarterState {
  if (files.length === 0) return sentWith === null ? 'missing' : 'late'
  const refused = files.filter(({ fate }) => fate === 'refused').length
  if (refused === 0) return 'received'
  return refused === files.length ? 'refused' : 'partly_refused'
}

function countsOf(files: SubmittedFile[]) {
  const filesRefused = files.filter(({ fate }) => fate === 'refused').length
  return {
    filesAccepted: files.length - filesRefused,
    filesRefused,
    rowsQuarantined: files.reduce((sum, { rowsQuarantined }) => sum + rowsQuarantined, 0),
  }
}

/** How many of the units due stand in each state, quarter by quarter. */
export function quarterCounts(units: UnitQuarter[][], quarters: string[]): QuarterCount[] {
  return quarters.map((quarter, at) => {
    const count = { ...none, quarter, due: units.length }
    for (const { state } of units.flatMap((unit) => unit[at] ?? [])) count[state] += 1
    return count
  })
}
