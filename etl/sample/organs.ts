import { dayOf, quarterOf } from './days.ts'
import type { Outbox } from './files/outbox.ts'
import { drawOf, levy_years, regionOf, type Levy } from './levy.ts'

/** Organs that lead without a placed certificate holder have a disabled veteran on their staff. */
export function sendVeterans(out: Outbox, levy: Levy, covered: number): void {
  for (const employer of levy.employers) {
    if (employer.organ === '' || drawOf(employer, 'leads') > covered) continue
    for (const year of levy_years) {
      if ((levy.placed.get(employer.code)?.heads[year - 2016] ?? 0) > 0) continue
      const severe = drawOf(employer, 'severe') < 0.1
      const number = `军${String(10_000_000 + Math.floor(drawOf(employer, 'veteran') * 8e7))}`
      const start = dayOf(2012, 1, 1) + Math.floor(drawOf(employer, 'hired') * 900)
      levy.count(employer, year, severe ? 2 : 1, false)
      const certificate = severe ? `${number}-2` : number
      out.add('placement', quarterOf(dayOf(year, 6, 30)), [
        year,
        employer.code,
        certificate,
        regionOf(employer, year),
        start,
        '',
        5200,
        true,
        '',
      ])
    }
  }
}
