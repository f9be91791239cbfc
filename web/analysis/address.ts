/** A question of one's own, as the address holds it: whoever opens the address asks the same. */
export interface Question {
  view: string | null
  measures: string[]
  dimensions: string[]
  filters: { name: string; value: string }[]
}

const BETWEEN = ':'

function listIn(search: URLSearchParams, key: string): string[] {
  return (search.get(key) ?? '').split(',').filter((name) => name !== '')
}

/** Names stand without their view: `view=training&measures=trained_persons&filter=indicator:A1`. */
export function readQuestion(search: URLSearchParams): Question {
  return {
    view: search.get('view'),
    measures: listIn(search, 'measures'),
    dimensions: listIn(search, 'dimensions'),
    filters: search.getAll('filter').map((written) => {
      const at = written.indexOf(BETWEEN)
      return { name: written.slice(0, at), value: written.slice(at + 1) }
    }),
  }
}

/** The same address with another question; day and dataset stay. */
export function withQuestion(search: URLSearchParams, question: Question): URLSearchParams {
  const next = new URLSearchParams()
  for (const key of ['asOf', 'snapshot']) {
    const value = search.get(key)
    if (value !== null) next.set(key, value)
  }
  if (question.view !== null) next.set('view', question.view)
  next.set('measures', question.measures.join(','))
  next.set('dimensions', question.dimensions.join(','))
  for (const { name, value } of question.filters) next.append('filter', name + BETWEEN + value)
  return next
}
