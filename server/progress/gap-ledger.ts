import type { Level } from './plan.ts'
import { withoutNoise } from './roll-up.ts'

/**
 * A region and those it is made of, in what the numerator counts (persons, units, yuan). `due` is what
 * the target asks for: of a count the target, of a ratio target × denominator, so that both add up;
 * null without a target, or of a ratio without data. `reached` is null without data.
 */
export type GapNode = {
  region: string
  regionName: string
  regionLevel: Level
  due: number | null
  reached: number | null
  children: GapNode[]
}

/** `unassigned` and `over_assigned`: what a region's target holds beyond its children's, or they beyond it. */
type GapKind = 'region' | 'unassigned' | 'over_assigned'

/** One line of the ledger; `gap` = reached − due, `shortfall` − `surplus` its two sides, never negative. */
export type GapLine = {
  kind: GapKind
  region: string
  regionName: string
  regionLevel: Level
  due: number | null
  reached: number | null
  gap: number
  shortfall: number
  surplus: number
}

export type GapTotals = {
  due: number
  reached: number
  gap: number
  gross: number
  surplus: number
}

const depth: Record<Level, number> = { nation: 0, province: 1, prefecture: 2, county: 3 }

/**
 * The gap of a region as lines of the regions of a level below it, or of what lies lower where a
 * branch has no such level (the districts of a municipality, a 本级), or higher where a region has
 * not broken its target down. The lines add up to the region's own gap exactly: what a target holds
 * beyond its children's is a line of the region it stands in. What nobody reported counts as nothing
 * reached. For `down` less is better: a shortfall is what exceeds the target.
 * Example: target 1,000, reached 700; A 500 of 600, B 200 of 300: A 100 short, B 100 short,
 * unassigned 100 short: 300.
 */
export function gapLines(top: GapNode, level: Level, direction: 'up' | 'down' = 'up'): GapLine[] {
  return linesOf(top, level).map((line) => ({ ...line, ...sidesOf(line.gap, direction) }))
}

type Bare = Omit<GapLine, 'shortfall' | 'surplus'>

function linesOf(node: GapNode, level: Level): Bare[] {
  if (isLine(node, level))
    return isTold(node) ? [lineOf('region', node, node.due, node.reached)] : []
  return [...node.children.flatMap((child) => linesOf(child, level)), ...remainderOf(node, level)]
}

function isLine({ regionLevel, children }: GapNode, level: Level): boolean {
  return depth[regionLevel] >= depth[level] || children.every(({ due }) => due === null)
}

function isTold({ due, reached }: GapNode): boolean {
  return due !== null || reached !== null
}

function lineOf(kind: GapKind, node: GapNode, due: number | null, reached: number | null): Bare {
  const { region, regionName, regionLevel } = node
  const gap = withoutNoise((reached ?? 0) - (due ?? 0))
  return { kind, region, regionName, regionLevel, due, reached, gap }
}

function remainderOf(node: GapNode, level: Level): Bare[] {
  const due = withoutNoise(dueOf(node, level) - sum(node.children.map((one) => dueOf(one, level))))
  const reached = withoutNoise(
    (node.reached ?? 0) - sum(node.children.map((child) => child.reached ?? 0)),
  )
  if (due === 0 && reached === 0) return []
  return [lineOf(due < 0 ? 'over_assigned' : 'unassigned', node, due, reached)]
}

/** Its own target; of a region without one what its children's come to. */
function dueOf(node: GapNode, level: Level): number {
  if (node.due !== null || isLine(node, level)) return node.due ?? 0
  return sum(node.children.map((child) => dueOf(child, level)))
}

function sidesOf(gap: number, direction: 'up' | 'down') {
  const ahead = direction === 'up' ? gap : -gap
  return { shortfall: Math.max(0, -ahead), surplus: Math.max(0, ahead) }
}

/** The lines added up: gap = reached − due; for `up` also gap = surplus − gross shortfall. */
export function gapTotals(lines: GapLine[]): GapTotals {
  const of = (pick: (line: GapLine) => number | null) => sum(lines.map((line) => pick(line) ?? 0))
  return {
    due: of((line) => line.due),
    reached: of((line) => line.reached),
    gap: of((line) => line.gap),
    gross: of((line) => line.shortfall),
    surplus: of((line) => line.surplus),
  }
}

/** A line with its share of the gross shortfall, and that of all lines up to it. */
export type RankedGap = GapLine & { share: number | null; cumulativeShare: number | null }

/**
 * The lines by shortfall, the largest first (equal ones by region code).
 * Example: 500, 300 and 200 short → shares 0.5, 0.3, 0.2; up to the line 0.5, 0.8, 1.
 */
export function rankedGaps(lines: GapLine[]): RankedGap[] {
  const { gross } = gapTotals(lines)
  let sofar = 0
  return [...lines].sort(byShortfall).map((line) => {
    sofar = withoutNoise(sofar + line.shortfall)
    const share = (part: number) => (gross === 0 ? null : part / gross)
    return { ...line, share: share(line.shortfall), cumulativeShare: share(sofar) }
  })
}

function byShortfall(a: GapLine, b: GapLine): number {
  return b.shortfall - a.shortfall || a.gap - b.gap || (a.region < b.region ? -1 : 1)
}

/** How many regions to name: the largest so many, or as few as make up a share of the gross shortfall. */
export type Choice = { top: number } | { share: number }

/**
 * The regions with the largest shortfalls that answer "who makes up the gap".
 * Example: 500, 300, 200 short, share 0.64 → two regions, 0.8 of the gap; top 1 → one, 0.5.
 */
export function chosenGaps(ranked: RankedGap[], choice: Choice): RankedGap[] {
  const short = ranked.filter(({ shortfall, kind }) => shortfall > 0 && kind === 'region')
  if ('top' in choice) return short.slice(0, choice.top)
  let sofar = 0
  const chosen: RankedGap[] = []
  for (const line of short) {
    if (sofar >= choice.share) break
    chosen.push(line)
    sofar += line.share ?? 0
  }
  return chosen
}

function sum(values: number[]): number {
  return withoutNoise(values.reduce((total, value) => total + value, 0))
}
