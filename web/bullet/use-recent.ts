import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RecentRow } from '../api-recent.ts'
import type { Scene } from '../overview/scene.ts'
import { recentQuery } from '../queries.ts'

export type Recent = Map<string, RecentRow['points']>

/** The last quarters of every line, once its own figures are there. */
export function useRecent({ plan, region, asOf, snapshot, ready }: Scene): UseQueryResult<Recent> {
  const ask = { plan: plan.plan, region: region.code, asOf, snapshot: snapshot.id }
  return useQuery({ ...recentQuery(ask), enabled: ready, select: byIndicator })
}

function byIndicator(rows: RecentRow[]): Recent {
  return new Map(rows.map(({ indicator, points }) => [indicator, points]))
}
