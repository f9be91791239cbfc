export type MemberFilter = { member: string; operator: string; values?: string[] }

export type Filter = MemberFilter | { or: Filter[] } | { and: Filter[] }

/** The part of Cube's query language that the product speaks. */
export type MetricsQuery = {
  measures?: string[]
  dimensions?: string[]
  filters?: Filter[]
  /** Cube's own where there is none; rows in any order, without the sorting, where it is empty. */
  order?: Record<string, 'asc' | 'desc'> | []
  limit?: number
  offset?: number
}

export function memberFilters(filters: Filter[]): MemberFilter[] {
  return filters.flatMap((filter) => {
    if ('or' in filter) return memberFilters(filter.or)
    if ('and' in filter) return memberFilters(filter.and)
    return [filter]
  })
}
