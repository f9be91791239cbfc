import type { TFunction } from 'i18next'
import type { Indicator } from '../api.ts'
import type { Bridge, BridgeEnd } from '../api-bridge.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import { missingWords } from '../format.ts'
import { isRatio, movingLines } from './change-model.ts'
import { isSameDay, kindWords, lineName } from './change-words.ts'

function columnsOf(t: TFunction, { unit }: Indicator, ratio: boolean): Column[] {
  const counts: Column[] = [
    { name: t('change.column.numerator'), format: 'count' },
    { name: t('change.column.denominator'), format: 'count' },
  ]
  const name = t('download.withUnit', {
    name: t('change.column.change'),
    unit: t(`unit.name.${unit}`),
  })
  return [
    { name: t('download.code') },
    { name: t('change.column.name') },
    { name: t('change.column.kind') },
    ...(ratio ? counts : []),
    { name, format: unit === 'percent' ? 'rate' : 'count' },
  ]
}

/** The bridge from its first row to its last, its numbers as numbers. */
export function changeSheet(
  t: TFunction,
  bridge: Bridge,
  indicator: Indicator,
  about: Pick<Sheet, 'title' | 'facts'>,
): Sheet {
  const ratio = isRatio(bridge)
  const counts = (numerator: Cell, denominator: Cell) => (ratio ? [numerator, denominator] : [])
  const endRow = (end: BridgeEnd): Cell[] => {
    const { actual, numerator, denominator, reason } = end
    const missing = missingWords(t, reason)
    const counted = counts(numerator ?? missing, denominator ?? missing)
    const name = isSameDay(bridge) ? end.snapshot : end.day
    return [bridge.region, name, t('change.end'), ...counted, actual ?? missing]
  }
  const lines = movingLines(bridge).map((line): Cell[] => [
    line.region,
    lineName(t, bridge, line),
    kindWords(t, line),
    ...counts(line.numerator, line.denominator ?? 0),
    line.actual,
  ])
  const rows = [endRow(bridge.from), ...lines, endRow(bridge.to)]
  return { ...about, columns: columnsOf(t, indicator, ratio), rows }
}
