type Submitted = { quarter: string; stem: string }

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** File names without extension: runs of digits are compared as numbers. */
export function compareNames(one: string, other: string): number {
  const [left, right] = [one, other].map((name) => name.match(/\d+|\D+/g) ?? [])
  for (const [place, part] of left!.entries()) {
    const against = right![place]
    if (against === undefined) return 1
    const bothNumbers = /^\d/.test(part) && /^\d/.test(against)
    const order = bothNumbers ? Number(part) - Number(against) : compareText(part, against)
    if (order !== 0) return order
  }
  return left!.length - right!.length
}

/** Positive where `one` was submitted later: by quarter, then by file name. */
export function compareSubmitted(one: Submitted, other: Submitted): number {
  return compareText(one.quarter, other.quarter) || compareNames(one.stem, other.stem)
}
