'use strict'

const { pivotQuery } = require('./pivot-query.js')

const BLENDING = 'blendingQuery'
const COMPARE = 'compareDateRangeQuery'
const FINEST_FIRST = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']

function parse(raw) {
  if (typeof raw === 'string') return JSON.parse(raw)
  const isBytes = raw instanceof ArrayBuffer || ArrayBuffer.isView(raw)
  return isBytes ? JSON.parse(Buffer.from(raw).toString('utf8')) : raw
}

function refuseHidden(member, annotation) {
  if (annotation[member]) return
  throw new Error(
    `You requested hidden member: '${member}'. Please make it visible using \`public: true\`.`,
  )
}

/** An answer without rows has no columns, so the query's own members are looked at. */
function refuseHiddenInQuery({ annotation, query }) {
  const plain = [...(query.measures ?? []), ...(query.dimensions ?? [])]
  for (const member of plain) if (typeof member === 'string') refuseHidden(member, annotation)
  for (const { dimension, granularity } of query.timeDimensions ?? [])
    if (granularity) refuseHidden(`${dimension}.${granularity}`, annotation)
}

function fineness(member) {
  const place = FINEST_FIRST.indexOf(member.split('.')[2])
  return place < 0 ? FINEST_FIRST.length : place
}

/** 'cube.dim' → its column of the finest granularity, unless the query asks for 'cube.dim' itself. */
function shortTimeMembers(columns, query) {
  const finest = new Map()
  for (const member of columns.keys()) {
    const [cube, dimension, granularity] = member.split('.')
    const short = `${cube}.${dimension}`
    if (!granularity || query.dimensions?.includes(short)) continue
    const chosen = finest.get(short)
    if (!chosen || fineness(member) < fineness(chosen)) finest.set(short, member)
  }
  return finest
}

function formatTime(value) {
  if (typeof value !== 'string') return value
  const written = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?)?(?: ?UTC|Z)?$/.exec(value)
  if (!written) return value
  const [, day, clock = '00:00:00', fraction = ''] = written
  return `${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}`
}

function columnOf(values, type) {
  return type === 'time'
    ? values.map((value) => formatTime(value ?? null))
    : values.map((value) => value ?? null)
}

function addSpecialColumns(columns, { query, queryType }, rowCount) {
  const [time] = query.timeDimensions ?? []
  if (queryType === COMPARE) {
    columns.set('compareDateRange', Array(rowCount).fill(time.dateRange.join(' - ')))
  } else if (queryType === BLENDING && time?.granularity) {
    const blended = columns.get(`${time.dimension}.${time.granularity}`)
    if (blended) columns.set(`time.${time.granularity}`, blended)
  }
}

/** Member → its values, in the order of the answer's columns. */
function memberColumns(transformData, raw) {
  const { aliasToMemberNameMap, annotation, query } = transformData
  const { members: aliases, columns: values } = parse(raw)
  const columns = new Map()
  aliases.forEach((alias, index) => {
    const member = aliasToMemberNameMap[alias]
    if (!member) throw new Error(`Member name not found for alias: '${alias}'`)
    refuseHidden(member, annotation)
    columns.set(member, columnOf(values[index], annotation[member].type))
  })
  for (const [short, member] of shortTimeMembers(columns, query))
    columns.set(short, columns.get(member))
  addSpecialColumns(columns, transformData, values[0]?.length ?? 0)
  return columns
}

function asRows(members, values) {
  const count = values[0]?.length ?? 0
  return Array.from({ length: count }, (_, row) => values.map((column) => column[row]))
}

function toData(columns, resType) {
  const members = [...columns.keys()]
  const values = [...columns.values()]
  if (resType === 'columnar') return { members, columns: values }
  const dataset = asRows(members, values)
  if (resType === 'compact') return { members, dataset }
  return dataset.map((row) => Object.fromEntries(row.map((value, at) => [members[at], value])))
}

function withoutNulls(root) {
  return Object.fromEntries(Object.entries(root).filter(([, value]) => value != null))
}

function finalObject(transformData, raw, root) {
  refuseHiddenInQuery(transformData)
  const columns = memberColumns(transformData, raw)
  return { ...withoutNulls(root), data: toData(columns, transformData.resType) }
}

function toBytes(answer) {
  return new Uint8Array(Buffer.from(JSON.stringify(answer))).buffer
}

async function getFinalQueryResult(transformData, raw, root) {
  return toBytes(finalObject(transformData, raw, root))
}

async function getFinalQueryResultMulti(transformDatas, raws, { queryType, results, slowQuery }) {
  return toBytes({
    queryType,
    results: results.map((root, at) => finalObject(transformDatas[at], raws[at], root)),
    pivotQuery: pivotQuery(
      queryType,
      results.map(({ query }) => query),
    ),
    slowQuery: Boolean(slowQuery),
  })
}

module.exports = { getFinalQueryResult, getFinalQueryResultMulti }
