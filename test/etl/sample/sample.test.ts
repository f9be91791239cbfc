import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../etl/database.ts'
import { generate } from '../../../etl/sample/generate.ts'
import { citizenCheck, creditCheck } from '../../../etl/sample/identity.ts'
import { readInbox, type ReadFile } from './read-inbox.ts'

const scale = 0.0005
const root = mkdtempSync(join(tmpdir(), 'sample-'))
const inbox = join(root, 'a')
const files: ReadFile[] = []
const quiet = () => undefined
let database: Database
let planted: Record<string, string>[]

beforeAll(async () => {
  await generate({ scale, seed: 1, folder: inbox }, quiet)
  database = await openDatabase(':memory:')
  planted = parse(readFileSync(join(inbox, 'defects.csv'), 'utf8'), { columns: true })
  const refused = new Set(planted.filter((row) => row['line'] === '0').map((row) => row['file']))
  for await (const file of readInbox(inbox, database.connection, refused)) files.push(file)
})

afterAll(() => {
  database.close()
  rmSync(root, { recursive: true })
})

function digest(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const name of names.sort()) hash.update(name.slice(folder.length)).update(readFileSync(name))
  return hash.digest('hex')
}

function plantedAt(expected: (expect: string) => boolean): Set<string> {
  const rows = planted.filter((row) => expected(row['expect'] ?? ''))
  return new Set(rows.map((row) => `${row['file'] ?? ''}:${row['line'] ?? ''}`))
}

function* rowsOf(extract: string) {
  for (const file of files.filter((file) => file.extract === extract)) {
    for (const row of file.rows) yield { file, row, at: `${file.path}:${String(row.line)}` }
  }
}

describe('demonstration extracts', () => {
  it('are the same bytes for the same seed, in any time zone', async () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Shanghai'
    const again = join(root, 'b')
    await generate({ scale, seed: 1, folder: again }, quiet)
    process.env['TZ'] = zone ?? 'UTC'
    expect(digest(again)).toBe(digest(inbox))
  })

  it('differ for another seed', async () => {
    const other = join(root, 'c')
    await generate({ scale: 0.0002, seed: 2, folder: other }, quiet)
    expect(digest(other)).not.toBe(digest(inbox))
  })

  it('come from 32 units and the federation, in all twelve extracts', () => {
    const units = new Set(files.map((file) => file.unit))
    expect(units.size).toBe(33)
    expect(new Set(files.map((file) => file.extract)).size).toBe(12)
    expect(new Set(files.map((file) => file.quarter)).size).toBe(10)
    expect(new Set(files.map((file) => file.path.split('.').pop()))).toEqual(
      new Set(['csv', 'xlsx', 'parquet']),
    )
  })

  it('have people in every unit', () => {
    const people = new Map<string, number>()
    for (const { file } of rowsOf('registration')) {
      people.set(file.unit, (people.get(file.unit) ?? 0) + 1)
    }
    expect(people.size).toBe(32)
    expect(Math.min(...people.values())).toBeGreaterThan(10)
  })

  it('carry valid certificate numbers except where planted', () => {
    const bad = plantedAt((expect) => expect === 'quarantined')
    const wide = plantedAt((expect) => expect === 'accepted')
    for (const extract of ['registration', 'employment', 'training', 'service', 'placement']) {
      for (const { row, at } of rowsOf(extract)) {
        const number = row.values.get('残疾人证号') ?? ''
        if (bad.has(at) || wide.has(at) || !/^\d/.test(number)) continue
        expect(number, at).toMatch(/^\d{17}[\dX][1-7][1-4](B\d)?$/)
        expect(number.charAt(17), at).toBe(citizenCheck(number.slice(0, 17)))
      }
    }
  })

  it('carry valid credit codes except where planted', () => {
    const bad = plantedAt((expect) => expect === 'quarantined')
    for (const { row, at } of rowsOf('levy_filing')) {
      const code = row.values.get('单位统一社会信用代码') ?? ''
      if (!bad.has(at)) expect(code.charAt(17), at).toBe(creditCheck(code.slice(0, 17)))
    }
  })

  it('give no two people one number', () => {
    const names = new Map<string, string>()
    const bad = plantedAt(() => true)
    for (const { row, at } of rowsOf('registration')) {
      if (bad.has(at)) continue
      const person = (row.values.get('残疾人证号') ?? '').slice(0, 18)
      const name = row.values.get('姓名') ?? ''
      expect(names.get(person) ?? name, at).toBe(name)
      names.set(person, name)
    }
    const shared = 38_000_000 * scale
    expect(Math.abs(names.size - shared) / shared).toBeLessThan(0.02)
  })
})

describe('lives', () => {
  const personOf = (row: ReadFile['rows'][number]) =>
    (row.values.get('残疾人证号') ?? '').slice(0, 18)

  it('are registered wherever anything else is recorded of them, but for those planted', () => {
    const skipped = plantedAt((expect) => expect !== 'superseded')
    const registered = new Set([...rowsOf('registration')].map(({ row }) => personOf(row)))
    for (const extract of ['employment', 'training', 'service', 'placement']) {
      for (const { row, at } of rowsOf(extract)) {
        const person = personOf(row)
        if (skipped.has(at) || !/^\d/.test(person)) continue
        expect(registered.has(person), at).toBe(true)
      }
    }
  })

  it('move, are re-issued cards, and lead from training to work', () => {
    const units = new Map<string, Set<string>>()
    const cards = new Map<string, Set<string>>()
    for (const { file, row } of rowsOf('registration')) {
      const person = personOf(row)
      units.set(person, (units.get(person) ?? new Set()).add(file.unit))
      cards.set(person, (cards.get(person) ?? new Set()).add(row.values.get('残疾人证号') ?? ''))
    }
    const trained = new Set([...rowsOf('training')].map(({ row }) => personOf(row)))
    const working = new Set([...rowsOf('employment')].map(({ row }) => personOf(row)))
    const several = (sets: Map<string, Set<string>>) =>
      [...sets.values()].filter((set) => set.size > 1).length
    expect(several(units)).toBeGreaterThan(5)
    expect(several(cards)).toBeGreaterThan(50)
    expect([...trained].filter((person) => working.has(person)).length).toBeGreaterThan(100)
  })

  it('add up to the scaled national figure of new urban jobs', () => {
    const standing = new Set<string>()
    const fresh = new Set<string>()
    for (const { row } of rowsOf('employment')) {
      if (row.values.get('城乡') !== '城镇') continue
      const year = Number((row.values.get('开始日期') ?? '').slice(0, 4))
      ;(year < 2016 ? standing : fresh).add(personOf(row))
    }
    const started = [...fresh].filter((person) => !standing.has(person)).length
    expect(Math.abs(started - 283_000 * scale)).toBeLessThan(8)
  })
})

describe('targets', () => {
  const targets = () =>
    [...rowsOf('target')]
      .filter(
        ({ row }) => row.values.get('年度') === '全期' && row.values.get('计划代码') === '13-5',
      )
      .map(({ file, row }) => ({
        unit: file.unit,
        indicator: row.values.get('指标代码') ?? '',
        code: row.values.get('地区划代码') ?? '',
        value: Number(row.values.get('目标值')),
      }))
  const total = (rows: { value: number }[]) => rows.reduce((sum, row) => sum + row.value, 0)

  it.each([
    ['A1', 500, 32],
    ['A2', 250, 32],
    ['A3', 250, 19],
  ])('%s of the units add up to the nation', (indicator, nation, units) => {
    const rows = targets().filter((row) => row.unit === '000000' && row.indicator === indicator)
    expect(rows.find((row) => row.code === '000000')?.value).toBe(nation)
    const provinces = rows.filter((row) => row.code !== '000000')
    expect(provinces).toHaveLength(units)
    expect(total(provinces)).toBe(nation)
  })

  it("of counties add up to their unit's own", () => {
    const own = targets().filter((row) => row.unit !== '000000')
    for (const row of own.filter(({ code, unit, indicator }) => code === unit && indicator < 'B')) {
      const below = own.filter(
        ({ unit, indicator, code }) =>
          unit === row.unit && indicator === row.indicator && code !== unit,
      )
      const counties = below.filter(({ code }) => !code.endsWith('00') || bare.has(code))
      expect(total(counties), `${row.unit} ${row.indicator}`).toBe(row.value)
    }
  })
})

/** Prefectures without counties. */
const bare = new Set(['441900', '442000', '460400', '620200'])

describe('ledger of defects', () => {
  const at = (row: Record<string, string>) => {
    const file = files.find((file) => file.path === row['file'])
    return file?.rows.find((found) => String(found.line) === row['line'])
  }

  it('points at rows that are there', () => {
    for (const row of planted.filter((row) => row['line'] !== '0')) {
      expect(at(row), JSON.stringify(row)).toBeDefined()
    }
  })

  it.each([
    ['校验码错误', (value: string) => value.charAt(17) !== citizenCheck(value.slice(0, 17))],
    ['信用代码校验错误', (value: string) => value.charAt(17) !== creditCheck(value.slice(0, 17))],
    ['未知区划代码', (value: string) => /99$/.test(value)],
    ['缺必填值', (value: string) => value === ''],
    ['负工资', (value: string) => value.startsWith('-')],
    ['负人数', (value: string) => value.startsWith('-')],
    ['负数（前一行有换行）', (value: string) => value === '-3'],
    ['未知状态', (value: string) => value === '删除'],
    ['名称中有换行与引号', (value: string) => value.includes('\n')],
    ['证号位数不足', (value: string) => value.length === 18],
    ['全角数字', (value: string) => value === '３５００'],
    ['结束早于开始', (value: string) => /200[25]/.test(value)],
  ])('%s stands where it says', (defect, holds) => {
    const rows = planted.filter((row) => row['defect'] === defect)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const value = at(row)?.values.get(row['column'] ?? '')
      expect(holds(value ?? '?'), `${row['file'] ?? ''}:${row['line'] ?? ''} ${value ?? ''}`).toBe(
        true,
      )
    }
  })

  it('has torn rows, totals rows and both rows of a key that differs', () => {
    const by = (defect: string) => planted.filter((row) => row['defect'] === defect)
    for (const row of by('单元格过少')) {
      expect(at(row)?.cells.length).toBeLessThan(at(row)?.values.size ?? 0)
    }
    for (const row of by('合计行')) {
      expect(at(row)?.cells.find((cell) => cell !== '')).toMatch(/^(合计|总计|小计)$/)
    }
    expect(by('同一文件内同一主键内容不同')).toHaveLength(4)
  })
})
