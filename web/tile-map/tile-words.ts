import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import type { Tile } from '../api-map.ts'
import { actualWords } from '../bullet/bullet-words.ts'
import { glanceWords } from '../bullet/cell-words.ts'
import { formatCompletion, formatRate, formatTight, missingWords } from '../format.ts'
import { statusWords } from '../status/status-words.ts'

/** The figure on a tile: how much of the target is reached, or the value where there is none. */
export function tileFigure(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  if (row.actual === null) return missingWords(t, row.reason)
  if (indicator.kind === 'milestone') return glanceWords(t, language, row, indicator)
  if (indicator.unit === 'percent') return formatRate(row.actual)
  if (row.completionPercent !== null) return formatCompletion(row.completionPercent)
  return formatTight(language, indicator.unit, row.actual)
}

/** The places that chance leaves open: 第 3 至 5 位（共 32）; empty where nothing can be ranked. */
function placeWords(t: TFunction, { rank }: ProgressRow): string {
  if (rank === null) return ''
  const { best, worst, of } = rank
  return best === worst
    ? t('ranking.place', { place: best, of })
    : t('ranking.places', { best, worst, of })
}

/** 广东省：实际 1,234 人，完成率 52.28%，第 3 至 5 位（共 32），占各地合计的 5.2%，状态 正常. */
export function tileWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  const parts = [
    t('bullet.actual', { value: actualWords(t, language, row, indicator) }),
    row.completionPercent === null
      ? ''
      : t('bullet.completion', { value: formatCompletion(row.completionPercent) }),
    placeWords(t, row),
    row.share === null ? '' : t('map.share', { value: formatRate(row.share) }),
    t('bullet.status', { value: statusWords(t, row) }),
  ].filter((part) => part !== '')
  return `${row.regionName}${t('list.colon')}${parts.join(t('list.comma'))}`
}

export function dashedWords(t: TFunction, tile: Tile): string {
  return `${tile.short}${t('list.colon')}${t('map.pending')}`
}
