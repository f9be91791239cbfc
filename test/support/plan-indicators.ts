import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const planFile = z.object({
  plan: z.string(),
  indicators: z.array(z.object({ code: z.string() })),
})

export type PlanIndicator = { plan: string; code: string }

/** Every line of every plan in `data/plans`. */
export function planIndicators(): PlanIndicator[] {
  const folder = new URL('../../data/plans/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.flatMap((name) => {
    const { plan, indicators } = planFile.parse(parse(readFileSync(new URL(name, folder), 'utf8')))
    return indicators.map(({ code }) => ({ plan, code }))
  })
}
