import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readPlans } from '../../../etl/plans.ts'
import { fixture, temporaryDirectory } from './staged.ts'

async function planWith(from: string, to: string): Promise<string> {
  const dataDir = await temporaryDirectory()
  await mkdir(join(dataDir, 'plans'))
  const text = await readFile(join(fixture, 'plans', 'first.yaml'), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(dataDir, 'plans', 'first.yaml'), text.replace(from, to))
  return dataDir
}

test("the product's own plans are valid and keep what only others read", async () => {
  const plans = await readPlans(join(import.meta.dirname, '..', '..', '..', 'data'))
  expect(plans.map(({ plan }) => plan)).toEqual(['13-5', 'levy-2020', 'three-year-2022'])
  expect(plans[0]!.indicators[0]).toHaveProperty('definition.zh')
})

test.each([
  ['starts_on: 2016-01-01', 'starts_on: 2016-02-30', 'starts_on'],
  ['kind: cumulative', 'kind: grows', 'indicators.0.kind'],
  ['is_free: true', 'is_fre: true', 'indicators.0.parameters'],
  ['programme: 城镇职业技能, ', '', 'indicators.0.parameters.programme'],
  ['window_to: 12-31', 'window_to: 31-12', 'indicators.5.parameters.window_to'],
])('%s as %s names the file and the field', async (from, to, field) => {
  const dataDir = await planWith(from, to)
  await expect(readPlans(dataDir)).rejects.toThrow(new RegExp(`first\\.yaml[^]*${field}`))
})

test('plans that differ on the season of graduates are refused', async () => {
  const dataDir = await planWith('plan: first', 'plan: other')
  const text = await readFile(join(fixture, 'plans', 'first.yaml'), 'utf8')
  const later = text.replace('window_from: 07-01', 'window_from: 08-01')
  await writeFile(join(dataDir, 'plans', 'second.yaml'), later)
  await expect(readPlans(dataDir)).rejects.toThrow(/graduates differ/)
})

test('a broken YAML file is named', async () => {
  await expect(readPlans(await planWith('plan: first', 'plan: ['))).rejects.toThrow(/first\.yaml/)
})
