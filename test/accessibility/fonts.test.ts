import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { openPages } from './pages.ts'

const CSS = 'node_modules/@fontsource-variable/noto-sans-sc/index.css'
const FOLDERS = ['data/reference', 'data/plans', 'web/messages/zh-CN', 'web/messages/en']

/** Every character that a font's parts say they hold. */
function covered(css: string): Set<number> {
  const ranges = [...css.matchAll(/unicode-range:([^;]+);/g)].flatMap(([, list = '']) =>
    list.split(',').map((range) => range.trim().slice(2).split('-')),
  )
  const codes = new Set<number>()
  for (const [first = '', last = first] of ranges) {
    for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1) codes.add(code)
  }
  return codes
}

/** Issue: fonts served by us, every character of every region name present. */
describe('the font that we serve', () => {
  it('has every character of every region, plan and text of the pages', () => {
    const codes = covered(readFileSync(CSS, 'utf8'))
    const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    const text = files.map((file) => readFileSync(file, 'utf8')).join('')
    const used = [...new Set(text)].filter((character) => character > ' ')
    expect(used.length).toBeGreaterThan(1500)
    expect(used.filter((character) => !codes.has(character.codePointAt(0) ?? 0))).toEqual([])
  })

  describe('in a browser', () => {
    let scene: Scene
    beforeAll(async () => {
      scene = await openPages()
    })

    it('comes from our own address, for a name with rare characters', async () => {
      const page = await newPage(scene.browser, scene.server.url)
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'font') asked.push(request.url())
      })
      await page.goto('/')
      await page.waitForFunction(() => document.fonts.size > 0)
      const loaded = await page.evaluate(async () => {
        const faces = await document.fonts.load('16px "Noto Sans SC Variable"', '鄠邑区郯城县')
        return faces.map(({ status }) => status)
      })
      expect(loaded.length).toBeGreaterThan(0)
      expect(new Set(loaded)).toEqual(new Set(['loaded']))
      expect(asked.every((url) => url.startsWith(scene.server.url))).toBe(true)
      await page.context().close()
    })
  })
})
