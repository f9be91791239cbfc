import { breakdownOf, type Part } from '../progress/breakdown.ts'
import { periodOn } from '../progress/period.ts'
import { comparesYears, holdsEverywhere, type Indicator, type Level } from '../progress/plan.ts'
import { targetsOf, type TargetRow, type Targets } from '../progress/target.ts'
import { scopeOf } from './catalogue.ts'
import type { Dataset } from './dataset.ts'
import { childLevelOf, childrenOf, type Region } from './regions.ts'
import { loadTargets, targetsFor, type TargetRows } from './targets.ts'
import { loadVersions, type TargetVersion } from './target-versions.ts'

type SetBy = 'plan' | 'national' | 'own'

/** A target of a region with the yearly tasks it is made of and the submission it comes from. */
type LedgerTarget = {
  setBy: SetBy
  inForce: boolean
  value: number
  deadline: string
  through: number | null
  years: { year: number; value: number }[]
  documentNumber: string | null
  bindingNature: string | null
  effectiveOn: string | null
}

type LedgerLine = {
  kind: 'region' | 'unassigned' | 'over_assigned'
  region: string
  regionName: string
  value: number | null
}

export type LedgerEntry = {
  indicator: Indicator
  reason: 'not_applicable' | null
  targets: LedgerTarget[]
  breakdown: { level: Level; sum: number; withTarget: number; lines: LedgerLine[] } | null
  versions: TargetVersion[]
}

/** What the dataset's region is to reach, by indicator: who set it, what came before, who shares it. */
export async function readTargetLedger(
  dataset: Dataset,
  indicators: Indicator[],
): Promise<LedgerEntry[]> {
  const { load, context, plan, top, tree } = dataset
  const level = childLevelOf(tree, top)
  const asked = { top, level: level ?? top.level, isSelf: level === null }
  const codes = indicators.map(({ code }) => code)
  const [targets, versions] = await Promise.all([
    loadTargets(load, context, plan.plan, indicators, asked),
    loadVersions(load, context, { plan: plan.plan, indicators: codes, region: top.code }),
  ])
  return indicators.map((indicator) => {
    const submitted = versions.get(indicator.code) ?? []
    return entryOf(dataset, indicator, targetsFor(indicator, targets), submitted)
  })
}

function entryOf(
  dataset: Dataset,
  indicator: Indicator,
  rows: TargetRows,
  versions: TargetVersion[],
): LedgerEntry {
  const { top } = dataset
  if (!applies(dataset, indicator, top))
    return { indicator, reason: 'not_applicable', targets: [], breakdown: null, versions }
  const found = targetsIn(dataset, indicator, rows, top)
  const own = rows.get(top.code) ?? []
  const targets = [found.own, found.national]
    .filter((target) => target !== null)
    .map((target) => ({
      ...{ setBy: target.setBy, inForce: target === found.inForce, value: target.value },
      ...{ deadline: target.deadline, through: target.through, years: yearsOf(own, target.setBy) },
      ...documentOf(versions, target.setBy),
    }))
  const breakdown = brokenDown(dataset, indicator, rows, found.inForce?.value ?? null)
  return { indicator, reason: null, targets, breakdown, versions }
}

function applies({ snapshot }: Dataset, indicator: Indicator, { level, province }: Region) {
  if (!indicator.levels.includes(level)) return false
  return province === null || scopeOf(snapshot, indicator)(province)
}

function targetsIn(
  { asOf }: Dataset,
  indicator: Indicator,
  rows: TargetRows,
  region: Region,
): Targets {
  if (comparesYears(indicator)) return { inForce: null, own: null, national: null }
  const { year } = periodOn(indicator, asOf)
  return targetsOf(indicator, region.level === 'nation', rows.get(region.code) ?? [], year)
}

function yearsOf(rows: TargetRow[], setBy: SetBy): { year: number; value: number }[] {
  return rows
    .flatMap((row) =>
      row.setBy === setBy && row.year !== null ? [{ year: row.year, value: row.value }] : [],
    )
    .sort((a, b) => a.year - b.year)
}

/** Of what stands: the whole plan's row, else the latest year's. A plan's own number has its clause. */
function documentOf(versions: TargetVersion[], setBy: SetBy) {
  const standing = versions.filter((one) => one.setBy === setBy && one.supersededBy === null)
  const from = standing.find(({ year }) => year === null) ?? standing.at(-1)
  return {
    documentNumber: from?.documentNumber ?? null,
    bindingNature: from?.bindingNature ?? null,
    effectiveOn: from?.effectiveOn ?? null,
  }
}

/** Counts alone add up; a ratio's floor holds in every part by itself. */
function brokenDown(
  dataset: Dataset,
  indicator: Indicator,
  rows: TargetRows,
  target: number | null,
): LedgerEntry['breakdown'] {
  const { tree, top } = dataset
  const level = childLevelOf(tree, top)
  if (level === null || holdsEverywhere(indicator)) return null
  const parts = partsOf(dataset, indicator, rows, top)
  const found = breakdownOf(target, parts)
  if (found === null) return null
  const lines: LedgerLine[] = parts.map((part) => ({ kind: 'region', ...part }))
  const { remainder, sum, withTarget } = found
  if (remainder !== null) lines.push({ ...remainder, region: top.code, regionName: top.name })
  return { level, sum, withTarget, lines }
}

function partsOf(dataset: Dataset, indicator: Indicator, rows: TargetRows, above: Region): Part[] {
  return childrenOf(dataset.tree, above, (code) => rows.has(code)).map((region) => ({
    region: region.code,
    regionName: region.name,
    value: valueIn(dataset, indicator, rows, region),
  }))
}

/** Its target in force; of a region without one (省直管) what those of its children come to. */
function valueIn(
  dataset: Dataset,
  indicator: Indicator,
  rows: TargetRows,
  region: Region,
): number | null {
  if (!applies(dataset, indicator, region)) return null
  const value = targetsIn(dataset, indicator, rows, region).inForce?.value
  if (value !== undefined) return value
  return breakdownOf(null, partsOf(dataset, indicator, rows, region))?.sum ?? null
}
