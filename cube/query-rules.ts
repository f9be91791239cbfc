import { crossingOf, type Crossing } from './crossing.ts'
import { MetricsError } from './metrics-error.ts'
import { memberFilters, type MemberFilter } from './query.ts'
import type { SecurityContext } from './security-context.ts'
import type { NormalizedQuery } from './normalized-query.ts'
import { membersOf } from './normalized-query.ts'

const below = ['prefecture_code', 'leaf_code', 'unit_code']
const asOf = ['as_of_day', 'as_of_quarter']
/** Those of the nation and the provinces are everybody's. */
const ofTargets = ['targets', 'target_versions']

function viewOf(query: NormalizedQuery, views: RulesInput['views']): string {
  const members: unknown[] = membersOf(query)
  if (!members.every((member) => typeof member === 'string'))
    throw new MetricsError('bad_query', '指标和维度只能写名称，不接受表达式。')
  const found = new Set(members.map((member) => member.split('.')[0] ?? ''))
  const [view, ...others] = found
  if (view === undefined)
    throw new MetricsError('bad_query', '查询没有写明指标或维度，请至少写一个。')
  if (others.length > 0) throw new MetricsError('bad_query', '一次只能查询一个视图，请分开查询。')
  if (!views.has(view))
    throw new MetricsError('bad_query', '没有这个视图，请对照 /cubejs-api/v1/meta。')
  return view
}

function refuseRawRows(query: NormalizedQuery): void {
  if (query.subqueryJoins?.length || query.joinHints?.length)
    throw new MetricsError('bad_query', '不支持自定连接，请使用视图中已有的维度。')
  if (query.ungrouped) throw new MetricsError('no_permission', '不提供逐条记录，请按维度汇总查询。')
}

function provinceOf(code: string): string {
  return code.startsWith('659') ? '660000' : `${code.slice(0, 2)}0000`
}

/** The dimensions by which rows are kept from supervisors, where a row filter keeps them. */
function limitedBy(view: string): string[] {
  if (view.endsWith('_detail')) return ['province_code', ...below]
  if (view.endsWith('_by_institution')) return ['institution_unit']
  if (ofTargets.includes(view)) return ['region_code']
  const ofUnits = [
    'data_quality',
    'unmatched',
    'households_missing',
    'quarantine_list',
    'training_institutions',
  ]
  return ofUnits.includes(view) ? ['unit'] : []
}

function isElsewhere(view: string, code: string, region: string): boolean {
  const isWhole = ofTargets.includes(view) && code.endsWith('0000')
  return !isWhole && provinceOf(code) !== region
}

/** A row filter alone would answer with nothing, which reads like 0: say instead that it is refused. */
function refuseOtherProvinces(
  query: NormalizedQuery,
  view: string,
  context: SecurityContext,
): void {
  if (context.role !== 'supervisor') return
  const limiting = limitedBy(view).map((name) => `${view}.${name}`)
  const about = memberFilters(query.filters ?? []).filter(({ member }) => limiting.includes(member))
  const codes = about.flatMap(({ values = [] }): (string | null)[] => values)
  const isTurnedRound = about.some(
    ({ operator, values = [] }) => operator.startsWith('not') && values.length > 0,
  )
  if (isTurnedRound || codes.some((code) => isElsewhere(view, code ?? '', context.region)))
    throw new MetricsError('no_permission', '您的账号只能查看本省的市县数据，请改选本省的地区。')
}

/** Leaders read how many records are quarantined, never the records. */
function refuseRecords(view: string, { role }: SecurityContext): void {
  if (view === 'quarantine_list' && role === 'leader')
    throw new MetricsError('no_permission', '隔离清单只供报送单位和评估人员查看。')
}

const written = { as_of_day: /^\d{4}-\d\d-\d\d$/, as_of_quarter: /^\d{4}Q[1-4]$/ }

function refuseOddDays({ member, values = [] }: MemberFilter): void {
  const pattern = member.endsWith('.as_of_day') ? written.as_of_day : written.as_of_quarter
  if (values.every((value: string | null) => pattern.test(value ?? ''))) return
  throw new MetricsError('bad_query', '截止日要写作 2018-06-30，截止季度要写作 2018Q2。')
}

/** Some marts hold the ends of quarters only: on another day an empty answer would read like 0. */
function refuseOtherThanQuarterEnds(query: NormalizedQuery, view: string, known: string): void {
  const ends = ['03-31', '06-30', '09-30', '12-31']
  const days = memberFilters(query.filters ?? [])
    .filter(({ member }) => asOf.some((name) => member === `${view}.${name}`))
    .flatMap(({ values = [] }) => values)
    .map((value) => value.replace(/Q([1-4])$/, (_, at) => `-${ends[Number(at) - 1] ?? ''}`))
  if (days.every((day) => day <= known && ends.some((end) => day.endsWith(end)))) return
  throw new MetricsError(
    'bad_query',
    `这个视图只有各季度末的数据，截止日请选 ${known} 或以前的季度末。`,
  )
}

function wrongDays(): MetricsError {
  return new MetricsError(
    'bad_query',
    '截止日的数字不能跨日相加：请只选一个截止日，或把 as_of_day 也列为维度。',
  )
}

/** Figures are states on a day: one day, or several side by side, never added up. */
function pinDay(query: NormalizedQuery, view: string, day: string): NormalizedQuery {
  const members = asOf.map((name) => `${view}.${name}`)
  const about = memberFilters(query.filters ?? []).filter(({ member }) => members.includes(member))
  const grouped = members.filter((member) => query.dimensions?.includes(member))
  if (about.length === 0) {
    const filter = { member: `${view}.as_of_day`, operator: 'equals', values: [day] }
    return { ...query, filters: [...(query.filters ?? []), filter] }
  }
  const [only] = about
  const topLevel = only !== undefined && (query.filters ?? []).includes(only)
  if (about.length > 1 || !topLevel || only.operator !== 'equals') throw wrongDays()
  refuseOddDays(only)
  const several = new Set(only.values).size > 1
  const sideBySide =
    grouped.includes(`${view}.as_of_day`) ||
    (only.member === `${view}.as_of_quarter` && grouped.length > 0)
  if (several && !sideBySide) throw wrongDays()
  return query
}

/** What the rules ask of a public view: its dimensions by full name. */
type ViewFacts = { members: ReadonlySet<string>; quarterEndsOnly: boolean }

export type RulesInput = {
  context: SecurityContext
  /** The public views by name. */
  views: ReadonlyMap<string, ViewFacts>
  /** The snapshot's own as-of day, YYYY-MM-DD. */
  asOf: string
}

/** What to ask, and of what small counts are to be hidden in the answer. */
type Ruled = { query: NormalizedQuery; crossing: Crossing | undefined }

/** Cube's queryRewrite: what may be asked, and the day when none is named. Throws MetricsError. */
export function applyQueryRules(query: NormalizedQuery, input: RulesInput): Ruled {
  const view = viewOf(query, input.views)
  const { members, quarterEndsOnly } = input.views.get(view) ?? nothing
  refuseRawRows(query)
  refuseOtherProvinces(query, view, input.context)
  refuseRecords(view, input.context)
  const pinned = members.has(`${view}.as_of_day`) ? pinDay(query, view, input.asOf) : query
  if (quarterEndsOnly) refuseOtherThanQuarterEnds(pinned, view, input.asOf)
  const crossing = crossingOf(pinned, view, { members, context: input.context })
  const whole = { ...pinned, order: [], limit: MOST_CELLS }
  return { query: crossing === undefined ? pinned : whole, crossing }
}

/** A table that is cut by its counts would tell of them. */
const MOST_CELLS = 50_000

const nothing: ViewFacts = { members: new Set(), quarterEndsOnly: false }
