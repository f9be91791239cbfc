'use strict'

function union(queries, key) {
  return [...new Set(queries.flatMap((query) => query[key] ?? []))]
}

function blended(queries) {
  const granularity = queries
    .map(({ timeDimensions }) => timeDimensions?.[0]?.granularity)
    .find(Boolean)
  return {
    measures: union(queries, 'measures'),
    dimensions: union(queries, 'dimensions'),
    timeDimensions: [{ dimension: 'time', ...(granularity ? { granularity } : {}) }],
  }
}

/** The one query by which a client pivots the answers of several. */
function pivotQuery(queryType, queries) {
  if (queryType === 'blendingQuery') return { ...blended(queries), queryType }
  if (queryType !== 'compareDateRangeQuery') return { ...queries[0], queryType }
  const dimensions = ['compareDateRange', ...(queries[0].dimensions ?? [])]
  return { ...queries[0], dimensions, queryType }
}

module.exports = { pivotQuery }
