import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { fates } from '../staged-inbox.ts'

const here = import.meta.dirname
const folder = '2018Q2/440000'
const names = readdirSync(join(here, 'files'))
const written = z
  .record(z.string(), z.array(z.string()).min(1))
  .parse(parse(readFileSync(join(here, 'fates.yaml'), 'utf8')))

let found = new Map<string, string[]>()

beforeAll(async () => {
  const files = names.map((name) => [`${folder}/${name}`, readFileSync(join(here, 'files', name))])
  found = await fates(Object.fromEntries(files) as Record<string, Uint8Array>)
})

test('every file has its fate written down and is described', () => {
  const readme = readFileSync(join(here, 'README.md'), 'utf8')
  expect(names.sort()).toEqual(Object.keys(written).sort())
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  expect(names.length).toBeGreaterThan(100)
})

test.each(Object.entries(written))('%s', (name, fate) => {
  const expected = fate[0] === 'ignored' ? [] : fate
  const seen = found.get(`${folder}/${name}`) ?? []
  const matching = seen.map((line) => expected.find((start) => line.startsWith(start)) ?? line)
  expect(matching.toSorted()).toEqual(expected.toSorted())
})

test('no certificate number is in what is told about the files', () => {
  expect(JSON.stringify([...found])).not.toMatch(/11010519491231|440524188001/)
})
