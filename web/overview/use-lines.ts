import { useQuery } from '@tanstack/react-query'
import { formatISO, parseISO, subYears } from 'date-fns'
import { useMemo } from 'react'
import type { ProgressRow } from '../api.ts'
import { againstYearBefore, linesOf, type Line } from '../bullet/bullet-groups.ts'
import { progressQuery } from '../queries.ts'
import type { Scene } from './scene.ts'

function yearBefore(day: string): string {
  return formatISO(subYears(parseISO(day), 1), { representation: 'date' })
}

/** The list's lines; what no target was set for is read a year before too, all of it at once. */
export function useLines(scene: Scene, rows: ProgressRow[] | undefined): Line[] {
  const { plan, region, asOf, snapshot } = scene
  const lines = useMemo(() => linesOf(plan.indicators, rows ?? []), [plan, rows])
  const open = lines.some(({ row }) => row.target === null && row.actual !== null)
  const before = useQuery({
    ...progressQuery({
      plan: plan.plan,
      region: region.code,
      level: 'self',
      asOf: yearBefore(asOf),
      snapshot: snapshot.id,
    }),
    enabled: open,
  })
  const known = before.isPlaceholderData ? undefined : before.data
  return useMemo(() => {
    const found = new Map(known?.rows.map((row) => [row.indicator, row]))
    return lines.map((line) => againstYearBefore(line, found.get(line.indicator.code)))
  }, [lines, known])
}
