import { data_end, dayOf, plan_start, quarterSpan } from './days.ts'
import { sendNewJob, sendSpell, sendStandingJob } from './jobs.ts'
import { dayIn, newPerson, type Person, type Profile } from './person.ts'
import type { Place } from './places.ts'
import { sendRegister } from './register.ts'
import { quotaLabel, type Role, type RoleKind } from './roles.ts'
import { sendServices } from './services.ts'
import { sendTraining } from './trainings.ts'
import type { World } from './world.ts'

type Life = (world: World, place: Place, role: Role) => void

const urban_course = '城镇职业技能'
const rural_course = '农村实用技术'

const lives: Record<RoleKind, Life> = {
  plain: livePlainly,
  urban_job: (world, place, role) => liveToWork(world, place, role.at, true),
  rural_job: (world, place, role) => liveToWork(world, place, role.at, false),
  graduate: (world, place, role) => liveAsGraduate(world, place, role.at, false),
  employed_graduate: (world, place, role) => liveAsGraduate(world, place, role.at, true),
  urban_training: liveAsUrbanTrainee,
  poor_training: (world, place, role) =>
    liveAsTrainee(world, place, role.at, { urban: false, poor: true }, rural_course),
  rural_training: (world, place, role) =>
    liveAsTrainee(world, place, role.at, { urban: false, ...unlessPoor(world) }, rural_course),
  other_urban_training: liveAsOtherTrainee,
  health_massage: (world, place, role) => liveAsMasseur(world, place, role.at, '盲人保健按摩'),
  medical_massage: (world, place, role) => liveAsMasseur(world, place, role.at, '盲人医疗按摩'),
  standing_job: liveInWork,
  brought_job: liveBringingWork,
  old_training: liveTrainedBefore,
  old_job: liveOutOfWork,
}

/** Makes one person of a county and sends everything that is recorded of them. */
export function live(world: World, place: Place, role: Role): void {
  lives[role.kind](world, place, role)
}

function livePlainly(world: World, place: Place): void {
  const { random, model } = world
  const late = (1 - model.registered_by_start - 0.012) / 0.68
  const roll = random.next()
  const ages: [number, number] = roll < 0.05 ? [1, 16] : [60, 60 + 34 * random.next()]
  if (roll > 1 - model.plain_working_age) [ages[0], ages[1]] = [16, 60]
  const profile: Profile = random.chance(late) ? { ages, registeredFrom: plan_start } : { ages }
  const person = newPerson(world, place, profile)
  sendServices(world, person)
  sendRegister(world, person, 0)
}

/** Registered before the plan, or between its start and the day something is recorded. */
function registeredBy(world: World, day: number): Partial<Profile> {
  if (day <= plan_start || !world.random.chance(0.1)) return { registeredBy: day }
  return { registeredFrom: plan_start, registeredBy: day }
}

function liveToWork(world: World, place: Place, quarter: number, urban: boolean): void {
  const { random, model } = world
  const start = dayIn(random, quarter)
  const trained = random.chance(model.converted)
  const end = trained ? start - random.whole(5, 165) : start
  const household = urban ? trained || random.chance(0.85) : false
  const person = newPerson(world, place, {
    ages: [19, 54],
    urban: household,
    employed: true,
    ...(urban ? {} : unlessPoor(world)),
    ...registeredBy(world, Math.min(start, end)),
  })
  if (trained) trainBefore(world, person, end, urban)
  sendNewJob(world, person, start, urban)
  sendRegister(world, person, start)
}

/** A training that leads to work is one of those expected in its quarter. */
function trainBefore(world: World, person: Person, end: number, urban: boolean): void {
  sendTraining(world, person, { programme: urban ? urban_course : rural_course, end })
  if (end >= plan_start) world.useUp(urban ? 'urban_training' : 'rural_training', end)
}

/** In central and western units the rural poor are the subjects of another indicator. */
function unlessPoor(world: World): { poor?: boolean } {
  return world.expected.inScope ? { poor: false } : {}
}

function liveAsGraduate(world: World, place: Place, at: number, works: boolean): void {
  const { random } = world
  const year = 2015 + at
  const start = dayOf(year, 7, 1) + random.whole(0, 175)
  const registered = year > 2016 && random.chance(0.3)
  const by = dayOf(year, 6, 25)
  const person = newPerson(world, place, {
    ages: [2018 - year + 18.5, 2018 - year + 25],
    ...(random.chance(0.6) ? { urban: true } : {}),
    employed: works,
    ...(registered ? { registeredFrom: plan_start, registeredBy: by } : { registeredBy: by }),
  })
  person.graduation = year
  person.college = random.chance(0.45)
  person.education = person.college ? '大专' : '中专'
  if (works) {
    sendNewJob(world, person, start, true)
    if (start >= plan_start) world.useUp('urban_job', start)
  }
  sendRegister(world, person, works ? start : 0)
}

function liveAsUrbanTrainee(world: World, place: Place, role: Role): void {
  const { random, model } = world
  const end = dayIn(random, role.at)
  const works = random.chance(0.22)
  const person = newPerson(world, place, {
    ages: [18, 56],
    urban: true,
    employed: works,
    ...registeredBy(world, end),
  })
  sendTraining(world, person, { programme: urban_course, end })
  const again = end + random.whole(120, 600)
  if (random.chance(model.repeated) && again <= data_end) {
    sendTraining(world, person, { programme: urban_course, end: again })
  }
  if (works) workWhileTraining(world, person)
  sendRegister(world, person, end)
}

/** One of the standing jobs in flexible work, held by someone who is also trained. */
function workWhileTraining(world: World, person: Person): void {
  const form = 6
  world.quotas.of(quotaLabel('standing_job', 0, form)).use()
  sendStandingJob(world, person, form)
}

function liveAsTrainee(
  world: World,
  place: Place,
  quarter: number,
  profile: Partial<Profile>,
  programme: string,
  free = true,
): void {
  const { random } = world
  const end = dayIn(random, quarter)
  const all = { ages: [18, 58] as const, ...profile, ...registeredBy(world, end) }
  const person = newPerson(world, place, all)
  sendTraining(world, person, { programme, end, free })
  sendRegister(world, person, end)
}

/** Urban courses that the plan does not count: paid for, or taken by rural people. */
function liveAsOtherTrainee(world: World, place: Place, role: Role): void {
  const free = world.random.chance(0.75)
  const profile = { urban: !free }
  liveAsTrainee(world, place, role.at, profile, urban_course, free)
}

function liveAsMasseur(world: World, place: Place, quarter: number, programme: string): void {
  const { random, model } = world
  const end = dayIn(random, quarter)
  const health = programme === '盲人保健按摩'
  const isNew = health ? random.chance(model.new_health_masseurs) : ''
  const profile: Profile = { ages: [18, 45], blind: true, ...registeredBy(world, end) }
  const person = newPerson(world, place, profile)
  person.wantsMassage = true
  sendTraining(world, person, { programme, end, isNew })
  sendRegister(world, person, end)
}

function liveInWork(world: World, place: Place, role: Role): void {
  const { random, model } = world
  const farming = role.form === model.forms.length - 1
  const person = newPerson(world, place, {
    ages: farming ? [22, 68] : [20, 58],
    urban: random.chance(model.urban_of_form[role.form] ?? 0),
    employed: true,
    ...unlessPoor(world),
  })
  if (random.chance(0.2)) trainBefore(world, person, oldDay(world, person), person.urban)
  sendStandingJob(world, person, role.form)
  sendRegister(world, person, 0)
}

/** Someone newly registered who has long been in work. */
function liveBringingWork(world: World, place: Place, role: Role): void {
  const { random, model } = world
  const [first] = quarterSpan(role.at * 4)
  const person = newPerson(world, place, {
    ages: [20, 58],
    urban: random.chance(model.urban_of_form[role.form] ?? 0),
    employed: true,
    registeredFrom: first,
    registeredBy: Math.min(first + 364, data_end),
  })
  const start = random.whole(dayOf(2010, 1, 1), plan_start - 1)
  const form = model.forms[role.form] ?? ''
  sendSpell(world, person, { form, urban: person.urban, start, end: 0, place })
  sendRegister(world, person, person.registered)
}

function liveTrainedBefore(world: World, place: Place): void {
  const person = newPerson(world, place, { ages: [22, 64] })
  trainBefore(world, person, oldDay(world, person), person.urban)
  sendServices(world, person)
  sendRegister(world, person, 0)
}

function liveOutOfWork(world: World, place: Place): void {
  const { random, model } = world
  const person = newPerson(world, place, { ages: [24, 66] })
  const end = oldDay(world, person)
  const form = random.weighted(model.forms, model.rural_mix)
  const start = end - random.whole(60, 1500)
  sendSpell(world, person, { form, urban: person.urban, start, end, place })
  sendServices(world, person)
  sendRegister(world, person, 0)
}

/** A day before the plan, when the person was grown. */
function oldDay(world: World, person: Person): number {
  const earliest = Math.max(dayOf(2011, 1, 1), person.born + 18 * 366)
  return world.random.whole(Math.min(earliest, plan_start - 1), plan_start - 1)
}
