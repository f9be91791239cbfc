/** A row of a text file: its first physical line; `broken` where text follows a closing quote. */
export type StrictRow = { line: number; cells: string[]; broken: boolean; ended: boolean }

/** Takes CSV apart a character at a time; null where a quote is left open. */
export function strictRows(text: string): StrictRow[] | null {
  const rows: StrictRow[] = []
  let [at, line] = [0, 1]
  while (at < text.length) {
    const row: StrictRow = { line, cells: [], broken: false, ended: false }
    for (let more = true; more;) {
      const cell = text[at] === '"' ? quoted(text, at) : bare(text, at)
      if (!cell) return null
      row.cells.push(cell.value)
      row.broken ||= cell.broken
      line += cell.breaks
      at = cell.end
      more = text[at] === ','
      if (more) at += 1
    }
    const end = lineEnd(text, at)
    row.ended = end > 0
    at += end
    line += 1
    rows.push(row)
  }
  return rows
}

type Cell = { value: string; end: number; breaks: number; broken: boolean }

function lineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2
  return text[at] === '\n' || text[at] === '\r' ? 1 : 0
}

function bare(text: string, from: number): Cell {
  let end = from
  while (end < text.length && !',\r\n'.includes(text[end]!)) end += 1
  return { value: text.slice(from, end), end, breaks: 0, broken: false }
}

/** A closing quote is one that a comma, a line end or the end of the text follows. */
function quoted(text: string, from: number): Cell | null {
  let broken = false
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    const next = text[at + 1]
    if (next !== undefined && !',\r\n'.includes(next)) {
      const rest = bare(text, at + 1)
      broken = true
      at = rest.end - 1
    }
    const inner = text.slice(from + 1, at)
    const breaks = inner.match(/\r\n|\r|\n/g)?.length ?? 0
    return { value: inner.replaceAll('""', '"'), end: at + 1, breaks, broken }
  }
  return null
}
