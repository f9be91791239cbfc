import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { fingerprints } from '../../../etl/intake/fingerprint.ts'
import { findFiles, todayInChina } from '../../../etl/intake/inbox.ts'
import { compareNames, submittedOrders } from '../../../etl/intake/submitted-order.ts'
import { readLayouts } from '../../../etl/layouts.ts'
import { dataDir, temporaryFolder, writeFiles } from '../staged-inbox.ts'

async function find(paths: string[], link?: string) {
  const inbox = temporaryFolder()
  const layouts = await readLayouts(dataDir)
  try {
    writeFiles(inbox, Object.fromEntries(paths.map((path) => [path, 'x'])))
    if (link !== undefined) symlinkSync('/etc/hostname', join(inbox, link))
    return findFiles(inbox, {
      layouts: new Map(layouts.map((layout) => [layout.extract, layout])),
      units: new Set(['000000', '440000', '660000']),
      today: '2018-07-01',
    })
  } finally {
    rmSync(inbox, { recursive: true })
  }
}

test('names that are read', async () => {
  const names = [
    'training.csv',
    'training-02.XLSX',
    'levy_filing.parquet',
    'service(1).csv',
    'target 2.csv',
  ]
  const { files } = await find(names.map((name) => `2018Q2/440000/${name}`))
  expect(files.map(({ refusal }) => refusal)).toEqual(names.map(() => null))
  expect(files.map(({ extract }) => extract)).toEqual([
    'levy_filing',
    'service',
    'target',
    'training',
    'training',
  ])
})

test.each([
  '2018Q2/440000/trainings.csv',
  '2018Q2/440000/training_2.csv',
  '2018Q2/440000/Training.csv',
  '2018Q2/440000/training.csv.zip',
  '2018Q2/440000/training.xls',
  '2018Q2/440000/培训.csv',
  '2018Q2/440000/training-\u202excod.csv',
  `2018Q2/440000/training-${'9'.repeat(220)}.csv`,
  '2018Q2/440000/population.csv',
  '2018Q5/440000/training.csv',
  '2018q2/440000/training.csv',
  '2018Q4/440000/training.csv',
  '2081Q2/440000/training.csv',
  '2018Q2/440100/training.csv',
  '2018Q2/training.csv',
])('%s is refused', async (path) => {
  const { files } = await find([path])
  expect(files).toHaveLength(1)
  expect(files[0]?.refusal).toEqual(expect.any(String))
})

test('what office programs leave behind is ignored, and so are files at the root', async () => {
  const { files } = await find([
    '2018Q2/440000/.training.csv',
    '2018Q2/440000/~$training.xlsx',
    'defects.csv',
  ])
  expect(files).toEqual([])
})

test('a symbolic link is refused, a sub-folder reported', async () => {
  const found = await find(['2018Q2/440000/old/training.csv'], '2018Q2/440000/training.csv')
  expect(found.files.map(({ refusal }) => refusal)).toEqual(['符号链接不读取'])
  expect(found.ignored).toEqual(['2018Q2/440000/old'])
})

test('a quarter that begins today is read', async () => {
  const { files } = await find(['2018Q3/440000/training.csv'])
  expect(files[0]?.refusal).toBeNull()
  expect(todayInChina(Date.UTC(2018, 5, 30, 16))).toBe('2018-07-01')
})

test('a file or folder whose name is no UTF-8 is refused, each by itself', () => {
  const inbox = temporaryFolder()
  const place = { layouts: new Map(), units: new Set(['440000']), today: '2018-07-01' }
  const named = (...bytes: number[]) =>
    Buffer.concat([Buffer.from(`${inbox}/2018Q2/440000/training-`), Buffer.from(bytes)])
  try {
    writeFiles(inbox, { '2018Q2/440000/a.csv': 'x' })
    writeFileSync(Buffer.concat([named(0xb9, 0xe3), Buffer.from('.csv')]), 'x')
    writeFileSync(Buffer.concat([named(0xb6, 0xab), Buffer.from('.csv')]), 'x')
    mkdirSync(Buffer.concat([Buffer.from(`${inbox}/2018Q2/`), Buffer.from([0xb9, 0xe3])]))
    const { files } = findFiles(inbox, place)
    expect(new Set(files.map(({ path }) => path)).size).toBe(4)
    expect(files.every(({ refusal }) => refusal !== null)).toBe(true)
  } finally {
    rmSync(inbox, { recursive: true })
  }
})

test('a file that has gone before it is hashed is refused, and the others are hashed', async () => {
  const inbox = temporaryFolder()
  try {
    const memory = join(inbox, 'hashes.json')
    const { files } = await find(['2018Q2/440000/training.csv', '2018Q2/440000/service.csv'])
    writeFiles(inbox, { '2018Q2/440000/training.csv': 'x' })
    const [service, training] = await fingerprints(inbox, files, memory)
    expect(service).toEqual({ sha256: '', refusal: expect.stringContaining('ENOENT') as string })
    expect(training).toEqual({
      sha256: expect.stringMatching(/^2d711642/) as string,
      refusal: null,
    })
  } finally {
    rmSync(inbox, { recursive: true })
  }
})

test('runs of digits compare as numbers', () => {
  const names = ['training', 'training-02', 'training-9', 'training-10', 'training-10a']
  expect([...names].reverse().sort(compareNames)).toEqual(names)
})

test('later is by quarter and name; of two units neither is later', async () => {
  const { files } = await find([
    '2018Q1/440000/training-10.csv',
    '2018Q1/440000/training-9.csv',
    '2018Q2/440000/training.csv',
    '2018Q2/440000/training.xlsx',
    '2018Q2/660000/training.xlsx',
  ])
  const [ten, nine, csv, xlsx, other] = submittedOrders(files)
  expect(nine).toBeLessThan(ten ?? 0)
  expect(ten).toBeLessThan(csv ?? 0)
  expect(csv).toBeLessThan(xlsx ?? 0)
  expect(csv).toBe(other)
})

test('names of one unit that compare equal do not reach the next rank', async () => {
  const zeros = Array.from({ length: 12 }, (_, at) => `training-${'0'.repeat(at)}1.csv`)
  const { files } = await find([...zeros, 'training-2.csv'].map((name) => `2018Q2/440000/${name}`))
  const orders = submittedOrders(files)
  expect(new Set(orders).size).toBe(13)
  const last = files.findIndex(({ path }) => path.endsWith('training-2.csv'))
  expect(Math.max(...orders)).toBe(orders[last])
})
