import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { albers } from '../../server/own-map/albers.ts'
import { readOwnMap } from '../../server/own-map/read.ts'

const square = (lon: number, lat: number) => [
  [
    [lon, lat],
    [lon + 2, lat],
    [lon + 2, lat + 2],
    [lon, lat + 2],
    [lon, lat],
  ],
]
const unit = (code: number | string, lon: number, lat: number) => ({
  type: 'Feature',
  properties: { adcode: code },
  geometry: { type: 'Polygon', coordinates: square(lon, lat) },
})
const line = {
  type: 'Feature',
  properties: null,
  geometry: {
    type: 'LineString',
    coordinates: [
      [110, 5],
      [112, 6],
    ],
  },
}
const whole = {
  type: 'FeatureCollection',
  审图号: 'GS（2024）0650号',
  features: [unit(110000, 115, 39), unit('440000', 112, 22), line],
}

describe('an own map', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'own-map-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function read(content: unknown) {
    const path = join(folder, 'map.geojson')
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return readOwnMap(path)
  }

  it('is none where none is named', () => {
    expect(readOwnMap(undefined)).toBeNull()
  })

  it('is drawn north above, west on the left, with its number', async () => {
    const map = await read(whole)
    expect(map).toMatchObject({ approvalNumber: 'GS（2024）0650号', width: 1000 })
    const [north, south, none] = map?.shapes ?? []
    expect([north?.code, south?.code, none?.code]).toEqual(['110000', '440000', null])
    expect(north?.at[1]).toBeLessThan(south?.at[1] ?? 0)
    expect(south?.path).toMatch(/^M[\d.]+ [\d.]+L.*Z$/)
    expect(none?.path).not.toContain('Z')
  })

  it.each([
    ['no number', { ...whole, 审图号: undefined }, /审图号/],
    ['something else in its place', { ...whole, 审图号: '待定' }, /审图号/],
    ['another GeoJSON', { type: 'Point', coordinates: [0, 0] }, /要素集/],
    ['no JSON', 'MAP', /不是 JSON/],
  ])('is refused with %s, naming the file', async (_, content, words) => {
    await expect(read(content)).rejects.toThrow(words)
    await expect(read(content)).rejects.toThrow(/map\.geojson/)
  })

  it('keeps areas: a degree square shrinks to the north as on the globe', () => {
    const area = (lat: number) => {
      const [a, b, c] = [albers(105, lat), albers(106, lat), albers(105, lat + 1)]
      return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
    }
    const globe = (lat: number) =>
      Math.sin(((lat + 1) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180)
    expect(area(50) / area(20)).toBeCloseTo(globe(50) / globe(20), 1)
  })
})
