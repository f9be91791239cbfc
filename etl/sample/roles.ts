import { plan_start, quarters } from './days.ts'
import type { Place } from './places.ts'
import type { World } from './world.ts'

export type RoleKind =
  | 'plain'
  | 'urban_job'
  | 'rural_job'
  | 'graduate'
  | 'employed_graduate'
  | 'urban_training'
  | 'poor_training'
  | 'rural_training'
  | 'other_urban_training'
  | 'health_massage'
  | 'medical_massage'
  | 'standing_job'
  | 'brought_job'
  | 'old_training'
  | 'old_job'

/** What a person is for in the demonstration; `at` is a quarter, a form or a year by kind. */
export interface Role {
  readonly kind: RoleKind
  readonly at: number
  readonly form: number
}

/** A county's shares of its unit's figures. */
export interface Shares {
  all: number
  urban: number
  rural: number
  pacedUrban: number
  pacedRural: number
}

/** Shares of each place; what depends on pace differs from what targets are set by. */
export function sharesOf(world: World): Map<Place, Shares> {
  const paces = world.places.map(() => 0.65 + 0.7 * world.random.next())
  const weigh = (weight: (place: Place, at: number) => number) => {
    const weights = world.places.map((place, at) => (isLate(place) ? 0 : weight(place, at)))
    const total = weights.reduce((sum, value) => sum + value, 0)
    return weights.map((value) => value / total)
  }
  const all = weigh((place) => place.weight)
  const urban = weigh((place) => place.weight * place.urban)
  const rural = weigh((place) => place.weight * (1 - place.urban))
  const pacedUrban = weigh((place, at) => place.weight * place.urban * (paces[at] ?? 1))
  const pacedRural = weigh((place, at) => place.weight * (1 - place.urban) * (paces[at] ?? 1))
  const at = (values: number[], index: number) => values[index] ?? 0
  return new Map(
    world.places.map((place, index) => [
      place,
      {
        all: at(all, index),
        urban: at(urban, index),
        rural: at(rural, index),
        pacedUrban: at(pacedUrban, index),
        pacedRural: at(pacedRural, index),
      },
    ]),
  )
}

/** A county that came into being within the plan without a predecessor. */
export function isLate(place: Place): boolean {
  return (place.codes[0]?.from ?? 0) > plan_start
}

/** The roles of a county's people, in random order, with nobody's role falling off the end. */
export function rolesOf(world: World, shares: Shares): Role[] {
  const roles: Role[] = []
  const { expected, quotas } = world
  const draw = (kind: RoleKind, at: number, amount: number, form = 0) => {
    const count = quotas.of(quotaLabel(kind, at, form)).take(amount)
    for (let i = 0; i < count; i++) roles.push(role(kind, at, form))
  }
  drawGraduates(world, shares, draw)
  quarters.forEach((_, q) => {
    draw('urban_job', q, (expected.urbanJobs[q] ?? 0) * shares.pacedUrban)
    draw('rural_job', q, (expected.ruralJobs[q] ?? 0) * shares.rural)
    draw('urban_training', q, (expected.urbanTraining[q] ?? 0) * shares.pacedUrban)
    draw('poor_training', q, (expected.poorTraining[q] ?? 0) * shares.pacedRural)
    draw('rural_training', q, (expected.ruralTraining[q] ?? 0) * shares.rural)
    draw('other_urban_training', q, (expected.otherUrbanTraining[q] ?? 0) * shares.all)
    draw('health_massage', q, (expected.healthMassage[q] ?? 0) * shares.all)
    draw('medical_massage', q, (expected.medicalMassage[q] ?? 0) * shares.all)
  })
  expected.flows.start.forEach((amount, form) => {
    draw('standing_job', 0, amount * formShare(world, form, shares), form)
    expected.flows.brought.forEach((forms, year) => {
      draw('brought_job', year, (forms[form] ?? 0) * formShare(world, form, shares), form)
    })
  })
  draw('old_training', 0, expected.trainingBacklog * 0.4 * shares.all)
  draw('old_job', 0, expected.endedBacklog * shares.all)
  return mixed(world, fill(world, roles, shares))
}

type Draw = (kind: RoleKind, at: number, amount: number, form?: number) => void

function drawGraduates(world: World, shares: Shares, draw: Draw): void {
  const { expected } = world
  expected.graduates.forEach((amount, at) => {
    const rate = at === 3 ? 0 : expected.unit.c1
    draw('employed_graduate', at, amount * rate * shares.all)
    draw('graduate', at, amount * (1 - rate) * shares.all)
  })
}

function formShare(world: World, form: number, shares: Shares): number {
  const urban = world.model.urban_of_form[form] ?? 0
  return urban * shares.urban + (1 - urban) * shares.rural
}

function fill(world: World, roles: Role[], shares: Shares): Role[] {
  const people = world.quotas.of('people')
  const count = people.take(world.expected.people * shares.all)
  if (count < roles.length) people.use(roles.length - count)
  while (roles.length < count) roles.push(plain)
  return roles
}

function mixed(world: World, roles: Role[]): Role[] {
  for (let i = roles.length - 1; i > 0; i--) {
    const j = world.random.whole(0, i)
    const held = roles[i] ?? plain
    roles[i] = roles[j] ?? plain
    roles[j] = held
  }
  return roles
}

const plain: Role = { kind: 'plain', at: 0, form: 0 }
const known = new Map<string, Role>()

function role(kind: RoleKind, at: number, form: number): Role {
  const key = quotaLabel(kind, at, form)
  let found = known.get(key)
  if (!found) known.set(key, (found = { kind, at, form }))
  return found
}

export function quotaLabel(kind: RoleKind, at: number, form = 0): string {
  return `${kind} ${String(at)} ${String(form)}`
}
