import { MetricsError } from './metrics-error.ts'
import type { NormalizedQuery } from './normalized-query.ts'
import { membersOf } from './normalized-query.ts'
import type { Filter, MemberFilter, MetricsQuery } from './query.ts'
import type { SecurityContext } from './security-context.ts'

const personal = [
  'sex',
  'disability_type',
  'disability_grade',
  'household',
  'education',
  'age_band',
  'employment_form',
  'graduation_level',
  'graduation_year',
]
const places = ['prefecture_code', 'leaf_code']
/** As telling as a county: few people stand behind one. */
const narrow = [...places, 'unit_code', 'institution_code', 'credit_code']
/** What a table is of; the counts of its cells are not added up over these. */
const sliced = ['plan', 'indicator', 'year', 'as_of_day', 'as_of_quarter', 'province_code']

/** Persons of a province's counties or prefectures by two attributes: small counts of these are hidden. */
export type Crossing = {
  view: string
  place: string
  attributes: string[]
  province: string
  /** The filters that say of what the whole table is, and those that choose among its cells. */
  slice: MemberFilter[]
  chosen: MemberFilter[]
}

const refusal = new MetricsError(
  'suppressed',
  '市县数据按个人特征交叉时，只能查询一个省、一个截止日、一项指标的两个特征：地区和两个特征都列为维度，筛选只用“等于”，不按指标值排序，不要合计和分页。其余请减少特征或改为按省查询。',
)

/**
 * The crossing that a query asks for, undefined where it asks for none. Throws MetricsError `suppressed`
 * where it could not be answered without giving small counts away.
 */
export function crossingOf(
  query: NormalizedQuery,
  view: string,
  { members, context }: { members: ReadonlySet<string>; context: SecurityContext },
): Crossing | undefined {
  const names = new Set(membersOf(query).map(nameOf))
  const attributes = personal.filter((name) => names.has(name))
  if (attributes.length < 2 || !narrow.some((name) => names.has(name))) return undefined
  const filters = (query.filters ?? []).filter(isPlain)
  const dimensions = (query.dimensions ?? []).map(nameOf)
  const place = places.findLast((name) => dimensions.includes(name))
  const slice = filters.filter(({ member }) => sliced.includes(nameOf(member)))
  const province = slice.find(({ member }) => nameOf(member) === 'province_code')?.values?.[0]
  const isTable =
    attributes.length === 2 &&
    filters.length === (query.filters ?? []).length &&
    dimensions.every((name) => [...places, 'province_code', ...attributes].includes(name)) &&
    attributes.every((name) => dimensions.includes(name)) &&
    filters.every(({ member }) => [...dimensions, ...places, ...sliced].includes(nameOf(member))) &&
    slice.every(({ values }) => values?.length === 1) &&
    (!members.has(`${view}.indicator`) || names.has('indicator')) &&
    isWhole(query)
  const own = context.role === 'supervisor' ? context.region : province
  if (!isTable || place === undefined || own === undefined) throw refusal
  return {
    view,
    place,
    attributes,
    province: own,
    slice,
    chosen: filters.filter((filter) => !slice.includes(filter)),
  }
}

/** Every county of the province by both attributes, whatever was chosen: what is hidden is then always the same. */
export function wholeTable({ view, attributes, province, slice }: Crossing, measures: string[]) {
  const full = (name: string) => `${view}.${name}`
  const others = slice.filter(({ member }) => nameOf(member) !== 'province_code')
  return {
    measures,
    dimensions: [...places, ...attributes].map(full),
    filters: [...others, { member: full('province_code'), operator: 'equals', values: [province] }],
  } satisfies MetricsQuery
}

/** Neither cut nor sorted by a measure, which would tell what is hidden. */
function isWhole(query: NormalizedQuery): boolean {
  const isPaged = Boolean(query.offset) || query.total === true
  const measures = query.measures ?? []
  const about = [...(query.order ?? []).map(([member]) => member)]
  const isEmpty = [query.timeDimensions, query.segments].every((list) => (list ?? []).length === 0)
  return !isPaged && isEmpty && !about.some((member) => measures.includes(member))
}

function isPlain(filter: Filter): filter is MemberFilter {
  return 'member' in filter && filter.operator === 'equals'
}

function nameOf(member: string): string {
  return member.split('.')[1] ?? ''
}
