import { queryOptions } from '@tanstack/react-query'
import type { ProgressQuestion } from '../api.ts'
import {
  fetchGap,
  fetchMatrix,
  fetchScoreboard,
  type GapQuestion,
  type ScoreboardQuestion,
} from '../api-region.ts'

export function matrixQuery(ask: ProgressQuestion) {
  return queryOptions({
    queryKey: ['matrix', ask] as const,
    queryFn: ({ signal }) => fetchMatrix(ask, signal),
    staleTime: Infinity,
  })
}

export function scoreboardQuery(ask: ScoreboardQuestion) {
  return queryOptions({
    queryKey: ['scoreboard', ask] as const,
    queryFn: ({ signal }) => fetchScoreboard(ask, signal),
    staleTime: Infinity,
    placeholderData: (before) => (before?.region === ask.region ? before : undefined),
  })
}

export function gapQuery(ask: GapQuestion) {
  return queryOptions({
    queryKey: ['gap', ask] as const,
    queryFn: ({ signal }) => fetchGap(ask, signal),
    staleTime: Infinity,
  })
}
