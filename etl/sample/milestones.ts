import { data_end, dayOf, quarterOf } from './days.ts'
import type { Outbox } from './files/outbox.ts'
import { Random } from './random.ts'

const once = ['M1', 'M2', 'M3', 'M4', 'M5']

/** What a unit has established so far, and what it repeats every year. */
export function sendMilestones(out: Outbox, unit: string, seed: number): void {
  const random = new Random(seed, `milestones ${unit}`)
  const short = unit.slice(0, 2)
  for (const code of once) {
    const day = random.whole(dayOf(2015, 1, 1), dayOf(2020, 6, 30))
    if (day > data_end) continue
    out.add('milestone', quarterOf(day), [
      code,
      unit,
      '',
      day,
      `残联发〔${short}〕${code.slice(1)}号`,
    ])
  }
  for (const year of [2016, 2017, 2018]) {
    const checked = random.whole(dayOf(year, 5, 1), dayOf(year + 1, 2, 1))
    send(out, 'M6', unit, year, checked)
    const disclosed = random.whole(dayOf(year, 3, 1), dayOf(year, 9, 30))
    if (random.chance(0.9)) send(out, 'L14', unit, year, disclosed)
  }
}

function send(out: Outbox, code: string, unit: string, year: number, day: number): void {
  const done = Math.min(day, dayOf(year, 12, 31))
  if (done > data_end) return
  out.add('milestone', quarterOf(done), [code, unit, year, done, ''])
}
