import type { Client } from './product.ts'

export type ProgressRow = {
  indicator: string
  region: string
  regionName: string
  regionLevel: string
  actual: number | null
  numerator: number | null
  denominator: number | null
  target: number | null
  expected: number | null
  pace: number | null
  gap: number | null
  days: number | null
  share: number | null
  status: string | null
  unitsReported: number
  unitsDue: number
  reason: string | null
}

export type Asked = {
  plan?: string
  region?: string
  level?: 'self' | 'province' | 'prefecture' | 'county'
  asOf?: string
  indicator?: string
  snapshot?: string
}

/** GET /api/progress; throws where it is refused. */
export async function progressRows(client: Client, asked: Asked): Promise<ProgressRow[]> {
  const query = new URLSearchParams({ plan: '13-5', region: '000000', ...asked })
  const { status, body } = await client(`/api/progress?${query}`)
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`)
  return (body as { rows: ProgressRow[] }).rows
}

const levels = ['self', 'province', 'prefecture', 'county'] as const

/** Every row of every indicator of both plans on a day, of all levels or only of those asked for. */
export async function allRows(
  client: Client,
  asOf: string,
  asked: readonly (typeof levels)[number][] = levels,
): Promise<ProgressRow[]> {
  const rows: ProgressRow[] = []
  for (const plan of ['13-5', 'levy-2020', 'three-year-2022'])
    for (const level of asked) rows.push(...(await progressRows(client, { plan, level, asOf })))
  return rows
}
