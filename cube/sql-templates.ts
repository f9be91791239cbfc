/** As much of a question to Cube's compiler as is looked at here: filters hold their values as texts. */
export type Question = { filters?: unknown }

/** SQL as Cube writes it: a text, and the parameters that its marks stand for. */
export type Sql = [text: string, parameters: unknown[]]

/** A question without its filters' values, and these in order; equal shapes are written alike. */
export type Shape = { key: string; values: string[] }

/** The SQL of a shape: each parameter is a value's place among the question's, or the same for all. */
export type Template = { text: string; parameters: ({ place: number } | { fixed: unknown })[] }

/** Null where two values of one filter are equal: Cube may then write fewer. */
export function shapeOf(question: Question): Shape | null {
  const values: string[] = []
  const shaped = withValues(question, (value) => {
    values.push(value)
    return kindOf(value)
  })
  if (hasEqualValues(filtersOf(question))) return null
  return { key: JSON.stringify(shaped), values }
}

/** The same question with each value told from all others, and these: what takes their place in its SQL. */
export function marked<T extends Question>(question: T): { question: T; marks: string[] } {
  const marks: string[] = []
  const asked = withValues(question, (value) => {
    const mark = markOf(kindOf(value), marks.length)
    marks.push(mark)
    return mark
  })
  return { question: asked, marks }
}

/** Null where a mark is missing among the parameters of the SQL that was written of the marked question. */
export function templateOf([text, parameters]: Sql, marks: readonly string[]): Template | null {
  const places = new Map<unknown, number>(marks.map((mark, place) => [mark, place]))
  if (!marks.every((mark) => parameters.includes(mark))) return null
  return {
    text,
    parameters: parameters.map((value) => {
      const place = places.get(value)
      return place === undefined ? { fixed: value } : { place }
    }),
  }
}

/** The SQL of a question of the template's shape. */
export function filled({ text, parameters }: Template, values: readonly string[]): Sql {
  return [text, parameters.map((one) => ('place' in one ? values[one.place] : one.fixed))]
}

/** What decides how Cube writes a value: a number, a day, or another text. */
function kindOf(value: string): 'number' | 'day' | 'text' {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'day'
  return /^-?\d+(\.\d+)?$/.test(value) ? 'number' : 'text'
}

function markOf(kind: ReturnType<typeof kindOf>, at: number): string {
  if (kind === 'number') return String(7_770_000_001 + at)
  if (kind === 'text') return `\u2045${String(at)}\u2046`
  return new Date(Date.UTC(1801, 0, 1 + at)).toISOString().slice(0, 10)
}

function withValues<T extends Question>(question: T, put: (value: string) => string): T {
  return { ...question, filters: filtersOf(question).map((filter) => inFilter(filter, put)) }
}

function filtersOf({ filters }: Question): unknown[] {
  return Array.isArray(filters) ? filters : []
}

function inFilter(filter: unknown, put: (value: string) => string): unknown {
  if (Array.isArray(filter)) return filter.map((one) => inFilter(one, put))
  if (typeof filter !== 'object' || filter === null) return filter
  return Object.fromEntries(
    Object.entries(filter).map(([key, part]) => {
      if (key === 'and' || key === 'or') return [key, inFilter(part, put)]
      if (key !== 'values' || !Array.isArray(part)) return [key, part]
      return [key, part.map((value: unknown) => (isPlain(value) ? put(value) : value))]
    }),
  )
}

/** An empty text stands for itself: Cube may write it as a question for NULL. */
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function hasEqualValues(filters: unknown[]): boolean {
  return filters.some((filter) => {
    const { values, and, or } = filter as { values?: unknown[]; and?: unknown[]; or?: unknown[] }
    const isDouble = values !== undefined && new Set(values).size < values.length
    return isDouble || hasEqualValues([...(and ?? []), ...(or ?? [])])
  })
}
