import { once } from 'node:events'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readLayouts } from '../../../etl/layouts.ts'
import { findSubmission } from '../../../etl/submission.ts'
import { dataDir, temporaryFolder, writeFiles } from '../staged-inbox.ts'

const names = [
  'CON.csv',
  'training-\u202evsc.exe.csv',
  'training-\u0001.csv',
  'training\\..\\evil.csv.lnk',
  `training-${'长'.repeat(70)}.exe`,
  '..csv',
  '-rf.csv',
  'training;rm -rf.csv.sh',
]

/** Each path of the inbox with the reason of its refusal, null where it would be read. */
async function found(
  make: (inbox: string) => void | Promise<void>,
): Promise<Record<string, string | null>> {
  const folder = temporaryFolder()
  const inbox = join(folder, 'inbox')
  try {
    mkdirSync(join(inbox, '2018Q2', '440000'), { recursive: true })
    await make(inbox)
    const known = { dataDir, layouts: await readLayouts(dataDir), hashes: join(folder, 'hashes') }
    const { files } = await findSubmission(inbox, known)
    return Object.fromEntries(files.map(({ path, refusal }) => [path, refusal]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('names that mean something to a system are refused, and told on one line', async () => {
  const files = await found((inbox) =>
    writeFiles(
      join(inbox, '2018Q2', '440000'),
      Object.fromEntries(names.map((name) => [name, 'x'])),
    ),
  )
  const seen = names.filter((name) => !name.startsWith('.'))
  expect(Object.keys(files)).toHaveLength(seen.length)
  for (const refusal of Object.values(files)) expect(refusal).toMatch(/^文件名 \P{C}+$/u)
})

test('a name is never taken for an address or a pattern', async () => {
  const plain = ['training%2e%2e%2fevil.csv', 'training-*.csv', "training-';drop table x.parquet"]
  const files = await found((inbox) =>
    writeFiles(
      join(inbox, '2018Q2', '440000'),
      Object.fromEntries(plain.map((name) => [name, 'x'])),
    ),
  )
  expect(Object.keys(files).sort()).toEqual(plain.map((name) => `2018Q2/440000/${name}`).sort())
  expect(new Set(Object.values(files))).toEqual(new Set([null]))
})

test('a socket and linked folders are refused without being opened', async () => {
  const server = createServer()
  const files = await found(async (inbox) => {
    server.listen(join(inbox, '2018Q2', '440000', 'training.csv'))
    await once(server, 'listening')
    symlinkSync('/etc', join(inbox, '2018Q2', '110000'))
    symlinkSync('/etc', join(inbox, '2018Q3'))
  })
  server.close()
  const paths = ['2018Q2/110000', '2018Q2/440000/training.csv', '2018Q3']
  expect(Object.keys(files).sort()).toEqual(paths)
  expect(Object.values(files)).not.toContain(null)
})
