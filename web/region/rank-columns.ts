import type { TFunction } from 'i18next'
import type { Rank, Scoreboard } from '../api-region.ts'
import type { More } from '../bullet/lines-sheet.ts'
import type { Cell } from '../download/sheet.ts'

const BOUNDS = ['rank', 'low', 'high', 'of'] as const

/** The places of a province among all units and among its peers, with their intervals, as columns. */
export function rankColumns(t: TFunction, { ranks }: Scoreboard): More {
  const cells = (rank: Rank): Cell[] => BOUNDS.map((bound) => rank?.[bound] ?? t('download.none'))
  return {
    columns: ['rank', 'peerRank'].flatMap((column) =>
      BOUNDS.map((bound) => ({
        name: t(`download.place.${bound}`, { name: t(`region.column.${column}`) }),
      })),
    ),
    cellsOf: ({ code }) => {
      const own = ranks.find(({ indicator }) => indicator === code)
      return [...cells(own?.all ?? null), ...cells(own?.peers ?? null)]
    },
  }
}
