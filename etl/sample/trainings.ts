import { quarterOf } from './days.ts'
import { certificateOf, type Person } from './person.ts'
import { codeAt } from './places.ts'
import { trainingInstitution } from './institutions.ts'
import type { World } from './world.ts'

export interface Training {
  programme: string
  end: number
  free?: boolean
  isNew?: boolean | ''
}

const courses: Record<string, readonly string[]> = {
  城镇职业技能: ['计算机操作', '电子商务', '家政服务', '中式烹调', '手工编织', '客服话务'],
  农村实用技术: ['蔬菜种植', '食用菌栽培', '家禽养殖', '果树修剪', '手工编织', '农机维修'],
  盲人保健按摩: ['保健按摩师'],
  盲人医疗按摩: ['医疗按摩继续教育'],
  就业辅导员: ['支持性就业'],
  社区就业指导员: ['业务提升'],
}

/** Sends a completed training in the quarter of its last day, or of the person's registration. */
export function sendTraining(world: World, person: Person, training: Training): void {
  const quarter = Math.max(quarterOf(training.end), quarterOf(person.registered))
  const code = codeAt(person.place, Math.max(training.end, 0))
  const cells = trainingCells(world, training, code, person.place.prefecture)
  cells[1] = certificateOf(person)
  world.out.add('training', quarter, cells)
}

/** Staff have a number of the unit's own instead of a certificate. */
export function sendStaffTraining(world: World, trainee: string, programme: string, end: number) {
  const place = world.random.pick(world.places)
  const cells = trainingCells(world, { programme, end }, codeAt(place, end), place.prefecture)
  cells[2] = trainee
  world.out.add('training', quarterOf(end), cells)
}

function trainingCells(world: World, training: Training, code: string, prefecture: string) {
  const { random } = world
  const start = training.end - random.whole(3, 40)
  const certified = random.chance(0.7)
  const cells: (string | number | boolean)[] = [
    world.recordNumber('T'),
    '',
    '',
    training.programme,
    training.isNew ?? '',
    trainingInstitution(prefecture),
    random.pick(courses[training.programme] ?? ['']),
    code,
    start,
    training.end,
    training.free ?? true,
    certified,
    certified ? `Z${String(random.whole(10_000_000, 99_999_999))}` : '',
    random.chance(0.6) ? satisfaction(random.next()) : '',
    random.whole(3, 30) * 100,
    '',
  ]
  return cells
}

function satisfaction(value: number): number {
  if (value < 0.5) return 5
  if (value < 0.84) return 4
  return value < 0.95 ? 3 : 2
}
