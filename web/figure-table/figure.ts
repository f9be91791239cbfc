import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Indicator, Reason } from '../api.ts'
import type { Cell, Column } from '../download/sheet.ts'
import { formatRate, formatShort, formatValue, missingWords } from '../format.ts'

/** One cell of a table: as it is read on the page, and as it stands in a file. */
export interface Figure {
  words: string
  value: Cell
  /** The words in full, where they are shortened for the eye. */
  full?: string
  /** Where the cell leads to. */
  to?: string
  /** It leads to other rows of the same table, which keeps the focus. */
  stays?: boolean
  /** The language of a name or words that are not the page's. */
  lang?: string
}

type Unit = Indicator['unit']

export interface Figures {
  /** With its unit; what is not there is told by the word for its reason. */
  of: (unit: Unit, value: number | null, reason: Reason | null) => Figure
  /** The same with money in full. */
  inFull: (unit: Unit, value: number | null, reason: Reason | null) => Figure
  /** A rate with the two counts that it is made of. */
  share: (actual: number, numerator: number, denominator: number) => Figure
}

export function text(words: string): Figure {
  return { words, value: words }
}

/** A column of figures of one unit. */
export function unitColumn(t: TFunction, name: string, unit: Unit): Column {
  const format = unit === 'percent' ? 'rate' : 'count'
  return { name, format, unit: t(`unit.name.${unit}`) }
}

function missing(t: TFunction, reason: Reason | null): Figure {
  return text(missingWords(t, reason ?? 'not_applicable'))
}

/** Values into cells, in the language of the page. */
export function useFigures(): Figures {
  const { t, i18n } = useTranslation()
  const formatted = (format: typeof formatShort): Figures['of'] => {
    return (unit, value, reason) => {
      if (value === null) return missing(t, reason)
      const words = format(t, i18n.language, unit, value)
      const full = formatValue(t, i18n.language, unit, value)
      return { words, value, ...(full !== words && { full }) }
    }
  }
  return {
    of: formatted(formatShort),
    inFull: formatted(formatValue),
    share: (actual, numerator, denominator) => ({
      words: t('figure.share', { rate: formatRate(actual), numerator, denominator }),
      value: actual,
    }),
  }
}
