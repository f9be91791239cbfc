import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../etl/check.ts'
import { nameAfter } from '../../etl/intake/submitted-order.ts'
import { csvOf, writeInbox } from '../support/inbox-files.ts'
import { registrationOf } from '../support/submitted-inbox.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const place = '2018Q2/440000'
const file = csvOf([registrationOf(1), registrationOf(2)])

let made = 0

/** A draft and an inbox of their own. */
async function check(draft: Record<string, string>, inbox: Record<string, string> = {}) {
  made += 1
  const at = join(folder, String(made))
  const input = { draft: join(at, 'draft'), inbox: join(at, 'inbox') }
  await writeInbox(input.draft, draft)
  await writeInbox(input.inbox, { 'demonstration.json': '', ...inbox })
  return checkFile(input)
}

describe('checking one file', () => {
  it('tells what would be accepted and what quarantined, as a load would', async () => {
    const rows = [
      registrationOf(1),
      registrationOf(2, { 性别: '男' }),
      registrationOf(3, { 状态: '作废' }),
      registrationOf(4),
      registrationOf(4),
    ]
    expect(await check({ [`${place}/registration.csv`]: csvOf(rows) })).toMatchObject({
      ...{ fate: 'accepted', reason: null, extract: 'registration', form: 'csv' },
      ...{ rowsRead: 5, rowsAccepted: 3, rowsQuarantined: 1, rowsCopied: 1, rowsRetracted: 1 },
      rules: [{ column: '性别', records: 1 }],
      faults: [{ line: 3, column: '性别', value: '男' }],
    })
  })

  it('says why a file would be refused', async () => {
    const result = await check({ [`${place}/registration.csv`]: '姓名\n张三\n' })
    expect(result).toMatchObject({ fate: 'refused', rowsRead: 0, faults: [] })
    expect(result.reason).toContain('残疾人证号')
  })

  it('says so where the extract is none', async () => {
    const result = await check({ [`${place}/nothing.csv`]: file })
    expect(result).toMatchObject({ fate: 'refused', extract: null })
  })

  it('leaves nothing behind', async () => {
    const work = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('jiuye-check-'))
    const before = await work()
    await check({ [`${place}/registration.csv`]: file })
    expect(await work()).toEqual(before)
  })
})

describe('the name it would be kept under', () => {
  const names: [before: string[], name: string][] = [
    [[], 'registration.csv'],
    [['training.csv'], 'registration.csv'],
    [['registration.csv'], 'registration-02.csv'],
    [['registration.parquet', 'registration-09.xlsx'], 'registration-10.csv'],
    [['registration-99.csv', 'registration.csv'], 'registration-100.csv'],
    [['registration2.csv'], 'registration-03.csv'],
    [['registration-补报.csv', 'registration-07.csv'], 'registration-补报-02.csv'],
  ]

  it.each(names)('comes after %j', (before, name) => {
    expect(nameAfter(before, 'registration', 'csv')).toBe(name)
  })

  it('is that after what its unit has sent in the quarter', async () => {
    const inbox = {
      [`${place}/registration-09.xlsx`]: file,
      [`2018Q1/440000/registration-20.csv`]: file,
      [`2018Q2/110000/registration-30.csv`]: file,
    }
    expect(await check({ [`${place}/registration.csv`]: file }, inbox)).toMatchObject({
      name: 'registration-10.csv',
    })
  })
})
