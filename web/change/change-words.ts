import type { TFunction } from 'i18next'
import type { Indicator } from '../api.ts'
import type { Bridge, BridgeEnd, BridgeLine } from '../api-bridge.ts'
import { targetName, targetWords } from '../bullet/bullet-words.ts'
import { formatDay, formatValue, missingWords, numberFormat } from '../format.ts'
import { isRest, movingLines, startsAnew } from './change-model.ts'

const NAMED = 3

/** Kinds that need no word of their own: facts of the time between, and a year that begins. */
const ORDINARY = ['new_facts', 'another_period']

/** A signed count as it is, or a share's change in percentage points: +120, −0.35. */
export function signedWords(language: string, unit: Indicator['unit'], value: number): string {
  const isShare = unit === 'percent'
  const format = numberFormat(language, {
    minimumFractionDigits: isShare ? 2 : 0,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
  return format.format(isShare ? value * 100 : value)
}

/** The same with its unit: +120 人, −0.35 个百分点. */
function changeWords(t: TFunction, language: string, unit: Indicator['unit'], value: number) {
  const signed = signedWords(language, unit, value)
  if (unit === 'percent') return t('change.points', { value: signed })
  return t(`unit.${unit}`, { value: signed, count: Math.abs(value) })
}

export function endWords(
  t: TFunction,
  language: string,
  { unit }: Indicator,
  { actual, reason }: BridgeEnd,
): string {
  return actual === null ? missingWords(t, reason) : formatValue(t, language, unit, actual)
}

/** One day as two datasets see it: then the datasets are named, not the day. */
export function isSameDay({ from, to }: Bridge): boolean {
  return from.day === to.day && from.snapshot !== to.snapshot
}

/** What tells the one end from the other: its day, or of one day its dataset. */
export function endName(t: TFunction, bridge: Bridge, { day, snapshot }: BridgeEnd): string {
  return isSameDay(bridge) ? t('change.dataset', { id: snapshot }) : formatDay(t, day)
}

export function lineName(t: TFunction, bridge: Bridge, line: BridgeLine): string {
  return isRest(bridge, line) ? t('change.rest') : line.regionName
}

/** Why the line is no plain news; empty where it is. */
export function kindWords(t: TFunction, { kind }: BridgeLine): string {
  return ORDINARY.includes(kind) ? '' : t(`change.kind.${kind}`)
}

function turnWords(t: TFunction, language: string, bridge: Bridge, indicator: Indicator): string {
  const { from, to, change } = bridge
  const kind = isSameDay(bridge) ? 'datasets' : 'days'
  const ends = {
    from: endName(t, bridge, from),
    to: endName(t, bridge, to),
    before: endWords(t, language, indicator, from),
    after: endWords(t, language, indicator, to),
  }
  if (startsAnew(bridge)) return t('change.anew', ends)
  if (change === null) return t('change.partly', ends)
  if (change === 0) return t(`change.same.${kind}`, ends)
  return t(`change.turn.${kind}`, {
    ...ends,
    change: changeWords(t, language, indicator.unit, change),
  })
}

function greatestWords(t: TFunction, language: string, bridge: Bridge, { unit }: Indicator) {
  const named = movingLines(bridge)
    .slice(0, NAMED)
    .map((line) =>
      t('change.named', {
        name: lineName(t, bridge, line),
        change: changeWords(t, language, unit, line.actual),
      }),
    )
  if (named.length === 0) return t('change.nothing')
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return t('change.greatest', { names: list.format(named) })
}

function targetTurn(t: TFunction, language: string, { from, to }: Bridge, indicator: Indicator) {
  const { unit } = indicator
  const words = (value: number | null) =>
    value === null ? t('change.none') : targetWords(t, language, unit, value)
  const value = (amount: number | null) =>
    amount === null ? t('change.none') : formatValue(t, language, unit, amount)
  const target =
    from.target === to.target
      ? ''
      : t(`change.${targetName(indicator)}`, {
          before: words(from.target),
          after: words(to.target),
        })
  const expected =
    from.expected === to.expected
      ? ''
      : t('change.expected', { before: value(from.expected), after: value(to.expected) })
  return [target, expected]
}

/** From where to where, which regions moved it most, and how the line it should follow moved. */
export function changeSentence(
  t: TFunction,
  language: string,
  bridge: Bridge,
  indicator: Indicator,
): string {
  return [
    turnWords(t, language, bridge, indicator),
    greatestWords(t, language, bridge, indicator),
    ...targetTurn(t, language, bridge, indicator),
  ]
    .filter((words) => words !== '')
    .join(t('list.space'))
}
