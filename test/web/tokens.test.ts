import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync('web/tokens.css', 'utf8')

type Tokens = Record<string, string>

function block(selector: string): Tokens {
  const from = css.indexOf(`\n${selector} {`) + 1 || css.indexOf(`${selector} {`)
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from))
  const pairs = [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)]
  return Object.fromEntries(pairs.map(([, name = '', colour = '']) => [name, colour]))
}

const light = block(':root')
const dark = { ...light, ...block(":root[data-theme='dark']") }
const high = block(":root[data-contrast='high']")
const highDark = block(":root[data-theme='dark'][data-contrast='high']")

const themes: Record<string, Tokens> = {
  light,
  dark,
  'high contrast light': { ...light, ...high },
  'high contrast dark': { ...dark, ...high, ...highDark },
}

/** Red, green and blue as amounts of light. */
function light3(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}

type Matrix = readonly (readonly number[])[]

const SEEN_BY_ALL: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

/** Machado, Oliveira and Fernandes 2009, severity 1, over amounts of light; grey keeps the luminance. */
const SEEN: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: Array.from({ length: 3 }, () => [0.2126, 0.7152, 0.0722]),
}

function luminance(colour: string, seen: Matrix = SEEN_BY_ALL): number {
  const parts = light3(colour)
  const [red = 0, green = 0, blue = 0] = seen.map((row) => {
    const amount = row.reduce((sum, share, at) => sum + share * (parts[at] ?? 0), 0)
    return Math.min(1, Math.max(0, amount))
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, one: string, other: string, seen?: Matrix): number {
  const [a, b] = [luminance(tokens[one]!, seen), luminance(tokens[other]!, seen)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const statuses = ['met', 'on-pace', 'watch', 'behind', 'overdue', 'no-data']

const texts: [string, string][] = [
  ...['bg', 'surface', 'surface-sunk', 'selected'].flatMap((ground): [string, string][] => [
    ['text', ground],
    ['text-soft', ground],
    ['link', ground],
    ['expected', ground],
  ]),
  ...statuses.map((status): [string, string] => [status, `${status}-bg`]),
  ...statuses.map((status): [string, string] => [status, 'surface']),
  ['demo', 'demo-bg'],
  ['on-brand', 'brand'],
  ['on-brand-soft', 'brand'],
  ['surface', 'link'],
]

const graphics: [string, string][] = [
  ...['bar', 'forecast', 'marker', 'expected', 'line-strong', 'focus'].map(
    (sign): [string, string] => [sign, 'surface'],
  ),
  ['bar', 'track'],
  ['marker', 'track'],
  ['expected', 'track'],
  ['bar', 'selected'],
  ['focus', 'bg'],
  ['focus', 'selected'],
  ['focus-on-brand', 'brand'],
  ['mark-second', 'brand'],
  ['mark-target', 'brand'],
  ['forecast', 'track'],
]

/** 1.4.3, 1.4.11; checklist A17 to A19. */
describe.each(Object.entries(themes))('the %s theme', (name, tokens) => {
  it.each(texts)('%s can be read on %s', (text, ground) => {
    const body = name.startsWith('high') && text === 'text'
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(body ? 7 : 4.5)
  })

  it.each(graphics)('%s can be told from %s', (sign, ground) => {
    expect(contrast(tokens, sign, ground)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(SEEN))('keeps signs and statuses visible with %s', (_, seen) => {
    const judged = statuses.map((status): [string, string] => [status, `${status}-bg`])
    const lost = [...graphics, ...judged].filter(
      ([sign, ground]) => contrast(tokens, sign, ground, seen) < 3,
    )
    expect(lost).toEqual([])
  })
})

function filesOf(extension: string): { name: string; text: string }[] {
  return readdirSync('web', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
}

const ARE_TOKENS = ['web/tokens.css', 'web/print.css']

describe('the pages', () => {
  it('have no colour, no font and no movement of their own: each is a token', () => {
    const own = filesOf('.css')
      .filter(({ name }) => !ARE_TOKENS.includes(name))
      .flatMap(({ name, text }) =>
        [
          ...text.matchAll(
            /(?:#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(|font-family:|animation:).*/gi,
          ),
        ]
          .map(([found]) => found)
          .filter((found) => !/^animation:.*none|var\(--(?:font|mono)\)/.test(found))
          .map((found) => `${name}: ${found}`),
      )
    expect(own).toEqual([])
  })

  it('style nothing in their code but where a tile, a row or a column lies', () => {
    const styled = filesOf('.tsx').filter(({ text }) => /\bstyle=/.test(text))
    expect(styled.map(({ name }) => name).sort()).toEqual([
      'web/region/matrix-grid.tsx',
      'web/region/matrix-row.tsx',
      'web/tile-map/tile-grid.tsx',
    ])
  })
})
