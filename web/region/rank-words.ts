import type { TFunction } from 'i18next'
import type { Rank } from '../api-region.ts'

/** The place with its interval: 第 5 名（3 至 8），共 32. */
export function rankWords(t: TFunction, rank: Rank): string {
  if (rank === null) return t('region.noRank')
  const { low, high, of } = rank
  const words = { rank: rank.rank, low, high, of }
  return t(low === high ? 'region.rankSure' : 'region.rank', words)
}
