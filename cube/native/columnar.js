'use strict'

/** Rows as objects → {members, columns}; the first row names the members. */
function rowsToColumnar(rawData) {
  const rows = Array.isArray(rawData) ? rawData : Array.from(rawData ?? [])
  if (rows.length === 0) return { members: [], columns: [] }
  const members = Object.keys(rows[0])
  return { members, columns: members.map((member) => rows.map((row) => row[member])) }
}

function rowsToColumnarBuffer(rawData) {
  return Buffer.from(JSON.stringify(rowsToColumnar(rawData)))
}

module.exports = { rowsToColumnar, rowsToColumnarBuffer }
