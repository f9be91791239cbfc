import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import en from '../../web/messages/en.ts'
import zh from '../../web/messages/zh-CN.ts'

type Messages = { [key: string]: string | Messages }

function flatten(messages: Messages, above = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') found.set(above + key, value)
    else for (const [inner, words] of flatten(value, `${above}${key}.`)) found.set(inner, words)
  }
  return found
}

/** English has a form for one and a form for the others; Chinese has one for all. */
function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '')
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

type Listed = { columns: { name: string; values?: string[] }[] }

function layouts(): Listed[] {
  return readdirSync('data/extracts').map(
    (file) => parse(readFileSync(join('data/extracts', file), 'utf8')) as Listed,
  )
}

const chinese = flatten(zh as Messages)
const english = flatten(en as Messages)

/** 3.2.4: what does the same has the same words, since each stands in one place. */
describe('the messages', () => {
  it('have the same keys in both languages', () => {
    const keys = (messages: Map<string, string>) =>
      [...new Set([...messages.keys()].map(withoutPlural))].sort()
    expect(keys(english)).toEqual(keys(chinese))
  })

  it('have the same places to fill in both languages', () => {
    const places = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    for (const [key, words] of english) {
      const other = chinese.get(withoutPlural(key)) ?? ''
      expect(new Set(places(words)), key).toEqual(new Set(places(other)))
    }
  })

  it('are never empty, but for the space that Chinese does without', () => {
    const empty = [...chinese, ...english].filter(([, words]) => words === '').map(([key]) => key)
    expect(empty).toEqual(['list.space'])
  })

  it('hold every text: none stands in the code', () => {
    const inCode = sources('web').filter((source) =>
      /[\u4e00-\u9fff]/.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    expect(inCode).toEqual([])
  })

  it('name every value that the extracts list and a page tells apart by', () => {
    const told = [...chinese.keys()].filter((key) => key.startsWith('value.'))
    const dimensions = new Set(told.map((key) => key.split('.')[1]))
    const listed = layouts().flatMap(({ columns }) => columns)
    for (const { name, values = [] } of listed.filter((column) => dimensions.has(column.name)))
      for (const value of values) expect(told, name).toContain(`value.${name}.${value}`)
  })

  it('name what every measure of Cube counts', () => {
    const units = readdirSync('cube/model/cubes').flatMap((file) => {
      const source = readFileSync(join('cube/model/cubes', file), 'utf8')
      return [...source.matchAll(/\bunit: (\S+) \}/g)].map(([, unit]) => unit)
    })
    expect(units.length).toBeGreaterThan(100)
    const rates = ['比例']
    for (const unit of units)
      if (!rates.includes(unit ?? '')) expect([...chinese.keys()]).toContain(`unit.counted.${unit}`)
  })

  it('are all there for the keys that the code names', () => {
    const named = sources('web').flatMap((source) =>
      [...source.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? ''),
    )
    const known = new Set([...chinese.keys()].map(withoutPlural))
    expect(named.filter((key) => !known.has(key))).toEqual([])
    expect(named.length).toBeGreaterThan(50)
  })
})
