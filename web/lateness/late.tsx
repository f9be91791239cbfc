import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import { formatQuarter, pick } from '../format.ts'
import type { Place } from '../region/place.ts'
import { unitOf } from '../shell/unit-of.ts'
import { placeAddress } from '../submissions/address.ts'
import { NATION } from '../submissions/calendar-words.ts'
import { calendarQuery } from '../submissions/queries.ts'
import { overdueUnits, quarterOf, type Overdue } from './overdue.ts'
import './late.css'

const NAMED = 5

interface LateProps {
  place: Pick<Place, 'snapshot' | 'asOf' | 'region' | 'plan'>
  /** The region's own figures. */
  rows: ProgressRow[]
}

/** Says which units' data are late as a whole and since when, and which indicators may lag for that alone. */
export function Late({ place: { snapshot, asOf, region, plan }, rows }: LateProps) {
  const { t } = useTranslation()
  const { data } = useQuery(calendarQuery(snapshot.id))
  const quarter = quarterOf(asOf)
  const unit = unitOf(region)
  const count = data?.counts.find((one) => one.quarter === quarter)
  if (data === undefined || count === undefined) return null
  const isWhole =
    unit !== null || data.units.filter(({ code }) => code !== NATION).length >= count.due
  const seen = unit === null ? data.units : data.units.filter(({ code }) => code === unit)
  const overdue = isWhole ? overdueUnits(seen, quarter) : []
  const total = isWhole ? overdue.length : count.missing + count.refused
  if (total === 0) return null
  return (
    <section className="late" aria-labelledby="late">
      <h2 id="late">{t('late.title')}</h2>
      <p>
        {unit === null &&
          t(`late.${isWhole ? 'count' : 'counted'}`, {
            count: total,
            quarter: formatQuarter(t, quarter),
          })}
        <Named units={overdue} quarter={quarter} alone={unit !== null} />
      </p>
      <Lagging rows={rows} indicators={plan.indicators} />
    </section>
  )
}

interface NamedProps {
  units: Overdue[]
  quarter: string
  alone: boolean
}

/** Each unit with the way to its files, those of the same quarter together; of many the longest overdue. */
function Named({ units, quarter, alone }: NamedProps) {
  const { t } = useTranslation()
  if (units.length === 0) return null
  const rest = units.length - NAMED
  const words = (since: string, last: string | null) => {
    if (last === null) return t('late.never')
    const quarters = { since: formatQuarter(t, since), last: formatQuarter(t, last) }
    if (alone) return t('late.own', quarters)
    return since === quarter ? t('late.sinceThen') : t('late.since', quarters)
  }
  return (
    <>
      {units.slice(0, NAMED).map(({ code, name, readable, since, last }, at, shown) => (
        <span key={code}>
          {readable ? <Link to={placeAddress(code, quarter)}>{name}</Link> : name}
          {shown[at + 1]?.since === since ? t('late.comma') : words(since, last)}
          {![undefined, since].includes(shown[at + 1]?.since) && t('list.semicolon')}
        </span>
      ))}
      {rest > 0 && (
        <>
          {t('list.semicolon')}
          <Link to="/submissions">{t('late.rest', { count: rest })}</Link>
        </>
      )}
      {t('summary.stop')}
    </>
  )
}

/** 数据滞后 or 工作滞后: what the missing reports could explain, and what they could not. */
function Lagging({ rows, indicators }: { rows: ProgressRow[]; indicators: Indicator[] }) {
  const { t, i18n } = useTranslation()
  const flagged = (flag: string) => rows.filter(({ flags }) => flags.includes(flag))
  const [byData, byWork] = [flagged('data_late'), flagged('work_late')]
  if (byData.length + byWork.length === 0) return <p>{t('late.none')}</p>
  const names = indicators
    .filter(({ code }) => byData.some(({ indicator }) => indicator === code))
    .slice(0, NAMED)
    .map(({ name }) => t('summary.quoted', { name: pick(i18n.language, name) }))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  return (
    <p>
      {t('late.byWork', { count: byWork.length })}
      {byData.length === 0
        ? t('late.noData')
        : t('late.byData', { count: byData.length, names: list })}
    </p>
  )
}
