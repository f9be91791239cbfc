import type { TFunction } from 'i18next'
import type { Indicator, Plan } from '../api.ts'
import type { Claim, Inquiry, InquiryEntry, InquiryFigure } from '../api-inquiries.ts'
import { formatDay, formatTargetRate, formatValue, missingWords, pick } from '../format.ts'

export function indicatorIn(
  plans: Plan[],
  { plan, indicator }: Pick<Inquiry, 'plan' | 'indicator'>,
) {
  return plans.find((one) => one.plan === plan)?.indicators.find((one) => one.code === indicator)
}

export function subjectWords(language: string, inquiry: Inquiry, indicator: Indicator): string {
  return `${inquiry.regionName} · ${pick(language, indicator.name)}`
}

/** The figure asked about, in one line: 42 人, target 60 人, behind, to a day. */
export function figureWords(
  t: TFunction,
  language: string,
  figure: InquiryFigure,
  { unit }: Indicator,
): string {
  const { actual, target, status, reason, asOf } = figure
  const value = (amount: number) => formatValue(t, language, unit, amount)
  const parts = [
    t('inquiry.figure.asOf', { day: formatDay(t, asOf) }),
    actual === null ? missingWords(t, reason) : t('bullet.actual', { value: value(actual) }),
    target === null
      ? t('bullet.noTarget')
      : t('bullet.target', {
          value: unit === 'percent' ? formatTargetRate(language, target) : value(target),
        }),
    status === null ? '' : t(`status.${status}`),
  ]
  return parts.filter((part) => part !== '').join(t('list.comma'))
}

export function claimWords(
  t: TFunction,
  language: string,
  { kind, value }: Claim,
  { unit }: Indicator,
): string {
  const words = value === undefined ? '' : formatValue(t, language, unit, value)
  return t(`inquiry.claim.${kind}`, { value: words })
}

/** What happened: who did it, and of a test after a load how it came out. */
export function eventWords(t: TFunction, { event, by, holds }: InquiryEntry): string {
  if (event === 'retested') return t(holds ? 'inquiry.event.holds' : 'inquiry.event.fails')
  return t(`inquiry.event.${event}`, { by: by ?? '' })
}

/** Open and late ones first, then by the day they are due. */
export function inOrder(inquiries: Inquiry[]): Inquiry[] {
  const rank = { open: 0, answered: 1, closed: 2 }
  return inquiries.toSorted(
    (a, b) => rank[a.state] - rank[b.state] || a.dueOn.localeCompare(b.dueOn),
  )
}
