import type { Model } from './model.ts'
import { dayIn } from './person.ts'
import { sendStaffTraining } from './trainings.ts'
import type { World } from './world.ts'

/** Job coaches and community advisers: people of the unit's own numbering, not of the register. */
export function sendStaff(world: World, model: Model, scale: number): void {
  const { expected, quotas, random } = world
  const share = expected.people / (model.registered * scale)
  let serial = 0
  for (const [programme, years] of Object.entries(model.staff)) {
    years.forEach((yearly, year) => {
      for (const q of year === 2 ? [8, 9] : [0, 1, 2, 3].map((at) => year * 4 + at)) {
        const count = quotas.of(`${programme} ${String(q)}`).take((yearly / 4) * scale * share)
        for (let i = 0; i < count; i++) {
          const trainee = `XY${expected.unit.code.slice(0, 2)}${String(10_000 + ++serial)}`
          sendStaffTraining(world, trainee, programme, dayIn(random, q))
        }
      }
    })
  }
}
