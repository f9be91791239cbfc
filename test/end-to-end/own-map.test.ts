import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { visit } from '../support/visit.ts'

const NUMBER = 'GS（2024）0650号'

/** Squares where Guangdong and Sichuan lie; all other units are named beside the map. */
const map = {
  type: 'FeatureCollection',
  审图号: NUMBER,
  features: [
    ['440000', 112, 22],
    ['510000', 102, 30],
  ].map(([adcode, lon, lat]) => ({
    type: 'Feature',
    properties: { adcode },
    geometry: { type: 'Polygon', coordinates: [square(Number(lon), Number(lat))] },
  })),
}

function square(lon: number, lat: number): number[][] {
  const [east, north] = [lon + 3, lat + 3]
  return [
    [lon, lat],
    [east, lat],
    [east, north],
    [lon, north],
    [lon, lat],
  ]
}

let folder: string
let scene: Scene

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-map-'))
  await writeFile(join(folder, 'map.geojson'), JSON.stringify(map))
  scene = await openScene(undefined, { mapFile: join(folder, 'map.geojson') })
})
afterAll(async () => {
  await scene.close()
  await rm(folder, { recursive: true })
})

it('stands in the place of the tiles, its number printed on it, and is walked by keys', () =>
  visit(scene, 'leader', '/', async (page) => {
    const panel = page.getByRole('region', { name: '各地进展' })
    await panel.getByText(`审图号：${NUMBER}`).waitFor()
    expect(await panel.locator('.tile').count()).toBe(0)
    expect(
      await panel.getByRole('list', { name: '图上没有画出的单位' }).getByRole('link').count(),
    ).toBe(30)
    expect(await axeViolations(page)).toEqual([])
    await panel.getByRole('link', { name: /^广东省/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '四川省' }).waitFor()
  }))
