import fc from 'fast-check'
import { expect, test } from 'vitest'

import { literal } from '../../../etl/database.ts'
import { lines, withStaged } from '../staged-inbox.ts'

const spaces = [' ', '\t', '\n', '\r', '\u00a0', '\u3000']
const others = ['a', '计', '!', '\u2003', '\u0085', '\u001f', '𠮷', 'é', '']

test('trimmed takes the spaces around a cell away and nothing else', () =>
  withStaged({ '2018Q2/440000/service.csv': '' }, async (connection) => {
    const piece = fc.oneof(fc.constantFrom(...spaces), fc.constantFrom(...others))
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    const own = `[${spaces.join('')}]*`
    const around = new RegExp(`^${own}|${own}$`, 'g')
    const cells = fc.sample(cell, { numRuns: 5000, seed: 1 })
    const found = await lines(
      connection,
      `select trimmed(unnest([${cells.map(literal).join(', ')}]))`,
    )
    expect(found).toEqual(cells.map((each) => each.replaceAll(around, '')))
    expect(new Set(found).size).toBeGreaterThan(1000)
  }))
