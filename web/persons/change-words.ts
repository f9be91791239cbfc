import type { TFunction } from 'i18next'
import type { MetricsRow } from '../api-metrics.ts'
import type { Figures } from '../figure-table/figure.ts'
import { foremost } from '../foremost.ts'
import type { Place } from '../region/place.ts'
import { countsOf, viewOf } from './ask.ts'
import type { Attribute } from './chosen.ts'
import type { PersonsFound } from './queries.ts'

interface Told {
  t: TFunction
  place: Place
  of: Figures['of']
  value: (attribute: Attribute, given: string | null) => string
}

interface Group {
  value: string | null
  count: number | null
}

function groupsOf(place: Place, { rows, by }: PersonsFound): Group[] {
  return rows.map((row) => ({
    value: valueOf(place, by, row),
    count: countsOf(place, row).numerator,
  }))
}

function valueOf(place: Place, by: Attribute, row: MetricsRow): string | null {
  const raw = row[`${viewOf(place)}.${by}`] ?? null
  return raw === null ? null : String(raw)
}

/** 原来 12 人。; empty where it is the same, or was or is hidden. */
function totalWords({ t, place, of }: Told, before: PersonsFound, now: PersonsFound): string {
  const count = ({ whole }: PersonsFound) =>
    whole === null ? null : countsOf(place, whole[0]).numerator
  const [was, is] = [count(before), count(now)]
  if (was === null || is === null || was === is) return ''
  return t('persons.before', { value: of('persons', was, null).words })
}

/** 变化最大的是“农村”，从 12 人变为 5 人。 by the same attribute; empty where none changed, or several alike. */
function changedWords(told: Told, before: PersonsFound, now: PersonsFound): string {
  const { t, place, of, value } = told
  const was = new Map(groupsOf(place, before).map((group) => [group.value, group.count]))
  const changed = groupsOf(place, now).flatMap((group) => {
    const from = was.get(group.value) ?? null
    const { count } = group
    return from === null || count === null || from === count ? [] : [{ ...group, from, count }]
  })
  const [most, ...ties] = foremost(changed, ({ from, count }) => -Math.abs(count - from)).named
  if (most === undefined || ties.length > 0) return ''
  return t('persons.mostChanged', {
    name: value(now.by, most.value),
    before: of('persons', most.from, null).words,
    now: of('persons', most.count, null).words,
  })
}

/** 按年龄看，最多的是“45 至 59 岁”，12 人。; empty where all are hidden, or several are the most. */
function mostWords({ t, place, of, value }: Told, now: PersonsFound): string {
  const groups = groupsOf(place, now)
  const most = foremost(groups, ({ count }) => count && -count).named
  const [one, ...ties] = most
  if (one === undefined || ties.length > 0) return t('persons.byWords', byOf(t, now))
  return t('persons.most', {
    ...byOf(t, now),
    name: value(now.by, one.value),
    value: of('persons', one.count, null).words,
  })
}

function byOf(t: TFunction, { by, rows }: PersonsFound) {
  return { by: t(`persons.attribute.${by}`), count: rows.length }
}

/** What a filter has changed: how many it was before, and where most; by another attribute, who are the most. */
export function personsChangeWords(told: Told, before: PersonsFound, now: PersonsFound): string {
  const rest = before.by === now.by ? changedWords(told, before, now) : mostWords(told, now)
  return [totalWords(told, before, now), rest]
    .filter((words) => words !== '')
    .join(told.t('list.space'))
}
