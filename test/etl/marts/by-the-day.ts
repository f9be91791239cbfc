/** The rules read as plain loops over the records, for one as-of day: what the marts must show on it. */
export type Registration = {
  person: string
  card: string
  unit: string
  region: string
  household: string
  isPoor: boolean
  year: number
  registered: string
  updated: string
  isVoid: boolean
}
type Spell = { person: string; locality: string; from: string; to: string | null }
type Training = { person: string; programme: string; isFree: boolean; end: string }
type Placement = {
  person: string
  unit: string
  employer: string
  region: string
  year: number
  from: string
  to: string | null
}
export type World = {
  registrations: Registration[]
  spells: Spell[]
  trainings: Training[]
  placements: Placement[]
}

const inScope = ['42', '65', '66']
const last = <T>(list: T[]): T | undefined => list.at(-1)
const people = ({ registrations }: World) => [...new Set(registrations.map((r) => r.person))].sort()
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

function leaf(unit: string, code: string, day: string): string {
  const landed = code === '440184' && day >= '2016-07-01' ? '440117' : code
  const own = landed.endsWith('00') ? `${landed}-self` : landed
  if (unit !== '660000') return own
  return own === '659001' ? own : '660000-self'
}

const province = (found: string) => (found.startsWith('659') ? '66' : found.slice(0, 2))
const key = (r: Registration) => `${r.unit} ${r.person} ${r.card}`

/** In the order of submission; a key's last row stands unless it is void. */
function standing({ registrations }: World): Registration[] {
  const latest = new Map(registrations.map((r) => [key(r), r]))
  return registrations.filter((r) => latest.get(key(r)) === r && !r.isVoid)
}

const byUpdate = (world: World) => (a: Registration, b: Registration) =>
  a.updated < b.updated || (a.updated === b.updated && isEarlier(world, a, b)) ? -1 : 1
const isEarlier = ({ registrations }: World, a: Registration, b: Registration) =>
  registrations.indexOf(a) < registrations.indexOf(b)

export function registrationOn(
  world: World,
  person: string,
  day: string,
): Registration | undefined {
  const known = standing(world).filter((r) => r.person === person && r.registered <= day)
  return last(known.sort(byUpdate(world)))
}

function judging(world: World, person: string, day: string): Registration | undefined {
  const kept = new Set(standing(world).map(key))
  const versions = world.registrations
    .filter((r) => r.person === person && !r.isVoid && kept.has(key(r)))
    .sort(byUpdate(world))
  return last(versions.filter((r) => r.updated <= day)) ?? versions[0]
}

export function trained(world: World, indicator: 'A1' | 'A3', day: string): string[] {
  return people(world).flatMap((person) => {
    const shown = registrationOn(world, person, day)
    const counted = world.trainings
      .filter((t) => t.person === person && t.isFree && t.end >= '2016-01-01' && t.end <= day)
      .filter((t) => t.end <= '2020-12-31' && qualifies(world, t, indicator))
      .sort((a, b) => (a.end < b.end ? -1 : 1))[0]
    if (shown === undefined || counted === undefined) return []
    const here = leaf(shown.unit, shown.region, day)
    if (indicator === 'A1' || inScope.includes(province(here))) return [`${person} ${here}`]
    const version = judging(world, person, counted.end)
    return version === undefined ? [] : [`${person} ${leaf(version.unit, version.region, day)}`]
  })
}

function qualifies(world: World, training: Training, indicator: 'A1' | 'A3'): boolean {
  const version = judging(world, training.person, training.end)
  if (version === undefined) return false
  if (indicator === 'A1') {
    return training.programme === '城镇职业技能' && version.household === '城镇'
  }
  const where = province(leaf(version.unit, version.region, training.end))
  const isRuralPoor = version.household === '农村' && version.isPoor
  return training.programme === '农村实用技术' && isRuralPoor && inScope.includes(where)
}

export function newlyEmployed(world: World, day: string): string[] {
  return people(world).flatMap((person) => {
    const shown = registrationOn(world, person, day)
    const spells = world.spells.filter((s) => s.person === person && s.locality === '城镇')
    const counts = spells.some(
      (s) => s.from >= '2016-01-01' && s.from <= day && !spells.some((o) => blocks(o, s)),
    )
    return shown && counts ? [`${person} ${leaf(shown.unit, shown.region, day)}`] : []
  })
}

const blocks = (other: Spell, spell: Spell) =>
  other.from < spell.from && (other.to === null || other.to >= dayBefore(spell.from))

export function graduates(world: World, day: string): string[] {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)
  const from = `${String(year)}-07-01`
  const to = [`${String(year)}-12-31`, day].sort()[0] ?? day
  return people(world).flatMap((person) => {
    const shown = registrationOn(world, person, day)
    if (shown?.year !== year) return []
    const isEmployed = world.spells.some(
      (s) => s.person === person && s.from <= to && (s.to === null || s.to >= from),
    )
    return [`${person} ${leaf(shown.unit, shown.region, day)} ${String(isEmployed)}`]
  })
}

export function placed(world: World, day: string): string[] {
  const first = `${day.slice(0, 4)}-01-01`
  const order = (p: Placement) => [p.from, p.unit, p.employer, p.region].join(' ')
  return people(world).flatMap((person) => {
    const valid = world.placements
      .filter((p) => p.person === person && String(p.year) === day.slice(0, 4))
      .filter((p) => p.from <= day && (p.to === null || p.to >= first))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))[0]
    if (valid === undefined || registrationOn(world, person, day) === undefined) return []
    const here = leaf(valid.unit, valid.region, day)
    const hasReported = world.placements.some(
      (p) => p.year === valid.year && p.unit === `${province(here)}0000`,
    )
    return hasReported ? [`${person} ${here}`] : []
  })
}
