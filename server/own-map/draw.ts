import { albers, type Place } from './albers.ts'
import type { Feature } from './read.ts'

/** One unit's outline, or a line that belongs to none (`code` null), as the path of an SVG. */
type Shape = { code: string | null; path: string; at: [number, number] }

export type Drawn = { width: number; height: number; shapes: Shape[] }

const WIDTH = 1000

type Line = { places: Place[]; isClosed: boolean }

/** The features as they lie beside each other, 1,000 wide, north above. */
export function drawn(features: Feature[]): Drawn {
  const projected = features.map((feature) => ({ code: codeOf(feature), lines: linesOf(feature) }))
  const all = projected.flatMap(({ lines }) => lines.flatMap(({ places }) => places))
  const [left, right] = extent(all.map(([x]) => x))
  const [bottom, top] = extent(all.map(([, y]) => y))
  const scale = WIDTH / Math.max(right - left, Number.EPSILON)
  const put = ([x, y]: Place): Place => [
    Math.round((x - left) * scale * 10) / 10,
    Math.round((top - y) * scale * 10) / 10,
  ]
  const shapes = projected.map(({ code, lines }) => {
    const placed = lines.map(({ places, isClosed }) => ({ places: places.map(put), isClosed }))
    return { code, path: placed.map(pathOf).join(''), at: middleOf(placed) }
  })
  return { width: WIDTH, height: Math.ceil((top - bottom) * scale), shapes }
}

function codeOf({ properties }: Feature): string | null {
  const code = properties?.code ?? properties?.adcode ?? ''
  return /^\d{6}$/.test(code) ? code : null
}

function linesOf({ geometry }: Feature): Line[] {
  const rings =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.coordinates
  const isClosed = geometry.type.endsWith('Polygon')
  return rings.map((ring) => ({ places: ring.map(([lon, lat]) => albers(lon, lat)), isClosed }))
}

function pathOf({ places, isClosed }: Line): string {
  return `M${places.map(([x, y]) => `${x} ${y}`).join('L')}${isClosed ? 'Z' : ''}`
}

/** Where a sign stands: the middle of the box around the widest line. */
function middleOf(lines: Line[]): [number, number] {
  let [at, widest]: [[number, number], number] = [[0, 0], -1]
  for (const { places } of lines) {
    const [left, right] = extent(places.map(([x]) => x))
    const [top, bottom] = extent(places.map(([, y]) => y))
    if (right - left > widest)
      [at, widest] = [[(left + right) / 2, (top + bottom) / 2], right - left]
  }
  return at
}

function extent(values: number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
