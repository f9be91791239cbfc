import type { TFunction } from 'i18next'
import type { Indicator } from '../api.ts'
import type { GapLine } from '../api-region.ts'
import type { Cell, Sheet } from '../download/sheet.ts'
import { everReached } from './ever-reached.ts'

/** What the amounts of the ledger are counted in: of a ratio, the people whom its numerator counts. */
export function amountUnit(t: TFunction, unit: Indicator['unit']): string {
  return t(`unit.name.${unit === 'percent' ? 'persons' : unit}`)
}

/** Every county with a gap, the largest first, not only the ten that the page shows. */
export function topSheet(
  t: TFunction,
  lines: GapLine[],
  { unit }: Indicator,
  about: Pick<Sheet, 'title' | 'facts'>,
): Sheet {
  const none = (value: number | string | null | undefined): Cell => value ?? t('download.none')
  const amount = (column: string) => ({
    name: t('download.withUnit', {
      name: t(`region.top.column.${column}`),
      unit: amountUnit(t, unit),
    }),
  })
  return {
    ...about,
    columns: [
      { name: t('download.code') },
      { name: t('region.top.column.region') },
      amount('short'),
      { name: t('region.top.column.share'), format: 'rate' },
      amount('needed'),
      amount('best'),
      { name: t('download.bestQuarter') },
      { name: t('region.top.column.ever') },
    ],
    rows: lines.map((line) => [
      line.region,
      line.regionName,
      line.shortfall,
      none(line.share),
      line.neededPerQuarter ?? t('region.top.afterDeadline'),
      none(line.bestQuarter?.value),
      none(line.bestQuarter?.quarter),
      t(`region.top.ever.${everReached(line)}`),
    ]),
  }
}
