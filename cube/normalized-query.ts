import { memberFilters, type Filter } from './query.ts'

/** A query as Cube hands it to queryRewrite: all shorthand written out. */
export type NormalizedQuery = {
  measures?: string[]
  dimensions?: string[]
  segments?: unknown[]
  timeDimensions?: { dimension: string }[]
  filters?: Filter[]
  order?: [string, string][]
  limit?: number | null
  offset?: number | null
  total?: boolean
  ungrouped?: boolean
  subqueryJoins?: unknown[]
  joinHints?: unknown[]
}

/** Every member a query touches, wherever it stands. */
export function membersOf(query: NormalizedQuery): string[] {
  return [
    ...(query.measures ?? []),
    ...(query.dimensions ?? []),
    ...(query.segments ?? []).map((segment) =>
      typeof segment === 'string' ? segment : 'expression',
    ),
    ...(query.timeDimensions ?? []).map(({ dimension }) => dimension),
    ...memberFilters(query.filters ?? []).map(({ member }) => member),
    ...(query.order ?? []).map(([member]) => member),
  ]
}
