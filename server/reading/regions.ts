import type { LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { Day } from '../progress/day.ts'
import type { Level } from '../progress/plan.ts'

export type Region = {
  code: string
  name: string
  level: Level
  parent: string | null
  /** The province-level unit it lies in; null for the nation. */
  province: string | null
  /** Whether it exists on the day asked for; one that does not may still hold figures. */
  exists: boolean
}

export type RegionTree = Map<string, Region>

type Unit = Omit<Region, 'province' | 'exists'> & { from: Day; to: Day }

const NATION = '000000'
const OPEN = '9999-12-31'
const depth: Record<Level, number> = { nation: 0, province: 1, prefecture: 2, county: 3 }

/** A snapshot never changes and everybody may read its regions: they are read once. */
const known = new WeakMap<LoadMetrics, Map<string, Promise<Unit[]>>>()
const SNAPSHOTS_KEPT = 4

/** All regions as they are on the day, those below a province in its 省直管 row where it has one. */
export async function loadRegions(
  load: LoadMetrics,
  context: SecurityContext,
  day: Day,
): Promise<RegionTree> {
  return regionsOn(await unitsOf(load, context), day)
}

function unitsOf(load: LoadMetrics, context: SecurityContext): Promise<Unit[]> {
  const snapshots = known.get(load) ?? new Map<string, Promise<Unit[]>>()
  known.set(load, snapshots)
  const found = snapshots.get(context.snapshot)
  if (found !== undefined) return found
  const units = readUnits(load, context)
  snapshots.set(context.snapshot, units)
  const [oldest] = snapshots.keys()
  if (snapshots.size > SNAPSHOTS_KEPT && oldest !== undefined) snapshots.delete(oldest)
  units.catch(() => snapshots.delete(context.snapshot))
  return units
}

async function readUnits(load: LoadMetrics, context: SecurityContext): Promise<Unit[]> {
  const names = ['code', 'name', 'level', 'parent_code', 'valid_from', 'valid_to']
  const rows = await load({ dimensions: names.map((name) => `regions.${name}`) }, context)
  return rows.map(toUnit)
}

function toUnit(row: MetricsRow): Unit {
  const text = (name: string) => {
    const value = row[`regions.${name}`]
    return typeof value === 'string' ? value : ''
  }
  return {
    code: text('code'),
    name: text('name'),
    level: text('level') as Level,
    parent: text('parent_code') || null,
    from: text('valid_from') || '1900-01-01',
    to: text('valid_to') || OPEN,
  }
}

const trees = new WeakMap<Unit[], Map<Day, RegionTree>>()
const DAYS_KEPT = 16

function regionsOn(units: Unit[], day: Day): RegionTree {
  const kept = trees.get(units) ?? new Map<Day, RegionTree>()
  trees.set(units, kept)
  const tree = kept.get(day) ?? treeOn(units, day)
  kept.set(day, tree)
  const [oldest] = kept.keys()
  if (kept.size > DAYS_KEPT && oldest !== undefined) kept.delete(oldest)
  return tree
}

function treeOn(units: Unit[], day: Day): RegionTree {
  const inForce = new Map<string, Unit>()
  for (const unit of units) {
    const other = inForce.get(unit.code)
    if (other === undefined || isNearer(unit, other, day)) inForce.set(unit.code, unit)
  }
  const tree: RegionTree = new Map()
  for (const unit of inForce.values()) {
    const parent = effectiveParent(unit, inForce)
    const province = provinceOf(unit, inForce)
    tree.set(unit.code, {
      code: unit.code,
      name: unit.name,
      level: unit.level,
      parent,
      province,
      exists: isInForce(unit, day),
    })
  }
  return tree
}

function isInForce(unit: Unit, day: Day): boolean {
  return unit.from <= day && day <= unit.to
}

function isNearer(unit: Unit, other: Unit, day: Day): boolean {
  if (isInForce(other, day)) return false
  return isInForce(unit, day) || unit.from > other.from
}

/** A county straight below a province that also has prefectures lies in that province's 省直管. */
function effectiveParent(unit: Unit, units: Map<string, Unit>): string | null {
  if (unit.level !== 'county' || unit.code.endsWith('-self')) return unit.parent
  if (units.get(unit.parent ?? '')?.level !== 'province') return unit.parent
  const direct = `${unit.parent?.slice(0, 2) ?? ''}9000`
  return units.has(direct) ? direct : unit.parent
}

function provinceOf(unit: Unit, units: Map<string, Unit>): string | null {
  let above: Unit | undefined = unit
  while (above !== undefined && above.level !== 'province') above = units.get(above.parent ?? '')
  return above?.code ?? null
}

/** Throws Problem 404 unknown_region. */
export function regionOf(tree: RegionTree, code: string): Region {
  const region = tree.get(code)
  if (region !== undefined) return region
  throw new Problem(404, 'unknown_region', `没有代码为 ${code} 的地区，请核对六位区划代码。`)
}

/** From the nation down to the region itself. */
export function pathTo(tree: RegionTree, region: Region): Region[] {
  const above = region.parent === null ? undefined : tree.get(region.parent)
  return above ? [...pathTo(tree, above), region] : [region]
}

/** The province-level units, in the order of their codes. */
export function provincesOf(tree: RegionTree): Region[] {
  return [...tree.values()].filter(({ level, exists }) => level === 'province' && exists)
}

/** The regions of a level under a region, by code; a region that has passed only if `held` says so. */
export function regionsUnder(
  tree: RegionTree,
  top: Region,
  level: Level,
  held: (code: string) => boolean,
): Region[] {
  return [...tree.values()]
    .filter((region) => region.level === level && (region.exists || held(region.code)))
    .filter((region) => isUnder(tree, region, top.code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function isUnder(tree: RegionTree, region: Region, top: string): boolean {
  let above: Region | undefined = region
  while (above !== undefined && above.code !== top) above = tree.get(above.parent ?? '')
  return above !== undefined || top === NATION
}

/** The regions straight below a region, by code; one that has passed only if `held` says so. */
export function childrenOf(
  tree: RegionTree,
  top: Region,
  held: (code: string) => boolean,
): Region[] {
  return [...tree.values()]
    .filter(({ code, parent, exists }) => parent === top.code && (exists || held(code)))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The level next below: prefectures where there are any, otherwise counties. */
export function childLevelOf(tree: RegionTree, { code }: Region): Deeper | null {
  const levels = new Set<Level>()
  for (const region of tree.values())
    if (region.parent === code && region.exists) levels.add(region.level)
  return deeper.find((level) => levels.has(level)) ?? null
}

const deeper = ['province', 'prefecture', 'county'] as const
type Deeper = (typeof deeper)[number]

/** Whether rows of the level can lie below the region. */
export function isBelow(level: Level, region: Region): boolean {
  return depth[level] > depth[region.level]
}
