import type { Metrics } from '../../cube/metrics.ts'
import type { MetricsQuery, SecurityContext } from '../deps.ts'
import type { Indicator } from '../progress/plan.ts'

/** A measure or dimension of Cube's, as its model describes it. */
export type Member = {
  name: string
  title: { zh: string; en: string }
  description: string | null
  /** What a measure counts, in Chinese, as its model says; null of a dimension. */
  unit: string | null
}

type Described = {
  name: string
  shortTitle?: string
  title?: string
  description?: string
  meta?: { en?: string; unit?: string }
}
type View = { name: string; measures?: Described[]; dimensions: Described[] }

export function memberOf({ name, shortTitle, title, description, meta }: Described): Member {
  const zh = shortTitle ?? title ?? name
  return {
    name,
    title: { zh, en: meta?.en ?? zh },
    description: description ?? null,
    unit: meta?.unit ?? null,
  }
}

/** The views of Cube's meta that the session may ask, by name. */
export async function viewsOf(metrics: Metrics, context: SecurityContext) {
  const { cubes } = await metrics.meta(context)
  return new Map((cubes as View[]).map((view) => [view.name, view]))
}

/** What is counted above and below the line; the denominator is null of a count. */
export function formulaOf(
  { members, kind, period }: Indicator,
  view: View | undefined,
): { kind: string; period: string; numerator: Member; denominator: Member | null } {
  const find = (name: string) => {
    const full = `${members.view}.${name}`
    return memberOf(view?.measures?.find((one) => one.name === full) ?? { name: full })
  }
  const { denominator } = members
  return {
    ...{ kind, period },
    numerator: find(members.numerator),
    denominator: denominator === null ? null : find(denominator),
  }
}

/** The query as it was asked of Cube, and the SQL that Cube makes of it. */
export async function queryBehind(metrics: Metrics, query: MetricsQuery, context: SecurityContext) {
  return { query, sql: await metrics.sql(query, context) }
}
