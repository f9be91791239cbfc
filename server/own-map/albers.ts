/** East and north of the map's middle, in radii of the earth. */
export type Place = [number, number]

const RADIANS = Math.PI / 180
const [FIRST, SECOND, MIDDLE_LAT, MIDDLE_LON] = [25, 47, 0, 105].map(
  (degree) => degree * RADIANS,
) as [number, number, number, number]
const CONE = (Math.sin(FIRST) + Math.sin(SECOND)) / 2
const TERM = Math.cos(FIRST) ** 2 + 2 * CONE * Math.sin(FIRST)

function radius(lat: number): number {
  return Math.sqrt(Math.max(TERM - 2 * CONE * Math.sin(lat), 0)) / CONE
}

/** Albers' equal-area cone on 25° and 47° north about 105° east, in which maps of China are drawn. */
export function albers(lon: number, lat: number): Place {
  const turn = CONE * (lon * RADIANS - MIDDLE_LON)
  const away = radius(lat * RADIANS)
  return [away * Math.sin(turn), radius(MIDDLE_LAT) - away * Math.cos(turn)]
}
