import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../api-training.ts'
import { text, useFigures, type Figure } from '../figure-table/figure.ts'

/** 2018-06 → 2018 年 6 月. */
export function monthWords(t: TFunction, month: string): string {
  const [year = '', number = ''] = month.split('-')
  return t('training.month', { year, month: t(`date.month.${Number(number)}`) }).trim()
}

/** A month that cannot be known yet says from which day it will be: it is never shown as low. */
export function useCohortCell(): (cohort: Cohort) => Figure {
  const { t } = useTranslation()
  const figures = useFigures()
  return ({ actual, numerator, denominator, reason, knownFrom }) => {
    if (reason === 'not_yet') {
      const [year, month, date] = knownFrom.split('-')
      return text(t('training.cohorts.notYet', { year, month, date }))
    }
    if (actual === null || numerator === null || denominator === null)
      return figures.of('percent', null, reason)
    return figures.share(actual, numerator, denominator)
  }
}
