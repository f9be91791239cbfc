import { dayOf, quarterSpan } from '../days.ts'
import { creditCode } from '../identity.ts'
import { certificateOf } from '../person.ts'
import { codeAt } from '../places.ts'
import { registrationCells, sendRegistration } from '../register.ts'
import { note, plant, type Garden } from './plant.ts'
import { soundRow, someone } from './rows.ts'

const certificate_column = '残疾人证号'

/** Things that take more than one row, by the unit in which they happen. */
export const stories: Record<string, (garden: Garden) => void> = {
  '120000': sameKeyTwice,
  '330000': equalCopies,
  '650000': sameKeyTwice,
  '340000': correctedLater,
  '420000': retractedThenValid,
  '350000': retractedByKeyAlone,
  '140000': oldCode,
  '370000': oldCode,
  '610000': unregistered,
  '500000': registeredLate,
  '310000': placedInTwoProvinces,
  '320000': placedInTwoProvinces,
  '520000': writtenWide,
  '460000': writtenWide,
  '410000': resubmitted,
}

function sameKeyTwice(garden: Garden): void {
  const { world, place } = garden
  const person = someone(world, place)
  const [first] = quarterSpan(5)
  const about = { defect: '同一文件内同一主键内容不同', column: certificate_column }
  plant(garden, 'registration', 5, registrationCells(person, first + 3), 'quarantined', about)
  const other = registrationCells({ ...person, name: `${person.name}一` }, first + 3)
  plant(garden, 'registration', 5, other, 'quarantined', about)
}

function equalCopies(garden: Garden): void {
  const { world, place } = garden
  const cells = registrationCells(someone(world, place), quarterSpan(3)[0] + 8)
  plant(garden, 'registration', 3, cells, 'accepted', {
    defect: '同一文件内完全相同的行',
    note: '计一次',
  })
  plant(garden, 'registration', 3, cells, 'listed', {
    defect: '同一文件内完全相同的行',
    note: '副本',
  })
}

function correctedLater(garden: Garden): void {
  const { world, place } = garden
  const cells = soundRow(world, 'employment', 4, place)
  const wrong = cells.map((cell, at) => (at === 4 ? '349999' : cell))
  plant(garden, 'employment', 4, wrong, 'quarantined', {
    defect: '未知区划代码（下一季度更正）',
    column: '就业地区划代码',
  })
  plant(garden, 'employment', 5, cells, 'accepted', { defect: '对上一季度错误行的更正' })
}

function resubmitted(garden: Garden): void {
  const { world, place } = garden
  const cells = soundRow(world, 'employment', 1, place)
  plant(garden, 'employment', 1, cells, 'superseded', { defect: '下一季度以同一主键重报' })
  const changed = cells.map((cell, at) => (at === 10 ? 2600 : cell))
  plant(garden, 'employment', 2, changed, 'accepted', { defect: '以同一主键重报' })
}

function retractedThenValid(garden: Garden): void {
  const { world, place } = garden
  const cells = soundRow(world, 'training', 2, place)
  const retracted = [...cells.slice(0, -1), '作废']
  plant(garden, 'training', 2, cells, 'superseded', { defect: '先有效' })
  plant(garden, 'training', 3, retracted, 'retracted', { defect: '后作废' })
  plant(garden, 'training', 5, cells, 'accepted', { defect: '再有效' })
}

/** Of a retraction only the key and the state are read. */
function retractedByKeyAlone(garden: Garden): void {
  const { world, place } = garden
  const cells = soundRow(world, 'employment', 6, place)
  plant(garden, 'employment', 6, cells, 'retracted', { defect: '随后作废' })
  const bare = cells.map((cell, at) => (at === 0 ? cell : at === cells.length - 1 ? '作废' : ''))
  plant(garden, 'employment', 7, bare, 'retracted', { defect: '只有主键与状态的作废行' })
}

/** A county whose code changed is still written under the old one. */
function oldCode(garden: Garden): void {
  const { world } = garden
  const changed = world.places.find((place) => place.codes.length > 1)
  if (!changed) throw new Error(`No code changed in ${world.out.unit}`)
  const cells = registrationCells(someone(world, changed), quarterSpan(9)[0] + 20)
  cells[4] = codeAt(changed, 0)
  plant(garden, 'registration', 9, cells, 'accepted', {
    defect: '区划变更后仍用旧代码',
    note: `落入${codeAt(changed, quarterSpan(9)[1])}`,
  })
}

function unregistered(garden: Garden): void {
  const { world, place } = garden
  const person = someone(world, place)
  const training = soundRow(world, 'training', 6, place)
  training[1] = certificateOf(person)
  plant(garden, 'training', 6, training, 'unmatched', { defect: '无实名制登记' })
  const job = soundRow(world, 'employment', 7, place)
  job[1] = certificateOf(person)
  plant(garden, 'employment', 7, job, 'unmatched', { defect: '无实名制登记' })
}

/** Trained first, registered two quarters later. */
function registeredLate(garden: Garden): void {
  const { world, place } = garden
  const person = someone(world, place)
  person.registered = dayOf(2018, 4, 16)
  const training = soundRow(world, 'training', 7, place)
  training[1] = certificateOf(person)
  plant(garden, 'training', 7, training, 'accepted', {
    defect: '登记晚于培训',
    note: '2018Q2起匹配',
  })
  sendRegistration(world, person, person.registered)
}

/** The same number is placed by employers of two provinces in one year. */
function placedInTwoProvinces(garden: Garden): void {
  const { world, place, shared } = garden
  const person = shared.get('placed twice') ?? someone(world, place)
  if (!shared.has('placed twice')) sendRegistration(world, person, quarterSpan(5)[0])
  shared.set('placed twice', person)
  const code = codeAt(place, dayOf(2017, 6, 30))
  const employer = creditCode('91', code, 990_001)
  const start = dayOf(2017, 2, 1)
  const cells = [2017, employer, certificateOf(person), code, start, '', 3200, true, '']
  plant(garden, 'placement', 5, cells, 'accepted', { defect: '跨省重复申报' })
}

/** The number in full-width characters with a small x at its end. */
function writtenWide(garden: Garden): void {
  const { world, place } = garden
  let person = someone(world, place)
  while (person.number.charAt(17) !== 'X') person = someone(world, place)
  const cells = registrationCells(person, quarterSpan(4)[0] + 12)
  const wide = certificateOf(person).replace('X', 'x').replace(/./g, fullWidth)
  const written = world.out.add('registration', 4, [wide, ...cells.slice(1)])
  note(garden, written, 'accepted', { defect: '全角数字与小写x的证号' })
}

function fullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0)
}
