interface Point {
  x: number
  y: number
}

interface Size {
  width: number
  height: number
}

const EDGE = 3

/** Points of a line from its lowest to its highest value; what is not there is a gap, a level line runs in the middle. */
export function sparkline(values: (number | null)[], { width, height }: Size) {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const placed = values.map((value, at): Point | null => {
    if (value === null) return null
    const share = high > low ? (value - low) / (high - low) : 0.5
    return {
      x: EDGE + (at / Math.max(values.length - 1, 1)) * (width - 2 * EDGE),
      y: height - EDGE - share * (height - 2 * EDGE),
    }
  })
  return { lines: runs(placed).map(written), last: placed.at(-1) ?? null }
}

/** The stretches without a gap that are long enough to be a line. */
function runs(points: (Point | null)[]): Point[][] {
  const found: Point[][] = [[]]
  for (const point of points) {
    if (point === null) found.push([])
    else found.at(-1)?.push(point)
  }
  return found.filter((run) => run.length > 1)
}

function written(run: Point[]): string {
  return run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}
