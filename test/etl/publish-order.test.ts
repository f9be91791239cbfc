import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'

import { expect, test, vi } from 'vitest'

import { openDatabase } from '../../etl/database.ts'
import { publish } from '../../etl/publish.ts'
import { temporaryFolder } from './staged-inbox.ts'

const said = vi.hoisted(() => ({ calls: [] as string[], open: new Map<number, string>() }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    openSync: (...asked: Parameters<typeof fs.openSync>) => {
      const handle = fs.openSync(...asked)
      said.open.set(handle, String(asked[0]))
      return handle
    },
    fsyncSync: (handle: number) => {
      said.calls.push(`sync ${said.open.get(handle) ?? '?'}`)
      fs.fsyncSync(handle)
    },
    renameSync: (from: string, to: string) => {
      said.calls.push(`rename ${from} ${to}`)
      fs.renameSync(from, to)
    },
  }
})

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  return {
    ...fs,
    open: async (...asked: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...asked)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await sync()
        said.calls.push(`sync ${String(asked[0])}`)
      }
      return handle
    },
  }
})

test('every file is on the disk before its name, and the name before the pointer to it', async () => {
  const warehouse = temporaryFolder()
  const { connection, close } = await openDatabase(':memory:')
  await connection.run('create schema marts')
  await connection.run('create table marts.t as select 1 as n')
  await publish(connection, warehouse, { id: 'A' })
  close()
  const calls = said.calls.map((call) =>
    call
      .split(' ')
      .map((word, at) => (at === 0 ? word : relative(warehouse, word) || '.'))
      .join(' '),
  )
  expect(calls).toEqual([
    `sync ${join('snapshots', 'A.tmp', 'marts.duckdb')}`,
    `sync ${join('snapshots', 'A.tmp', 'manifest.json')}`,
    `sync ${join('snapshots', 'A.tmp', 'manifest.json.sha256')}`,
    `sync ${join('snapshots', 'A.tmp')}`,
    `rename ${join('snapshots', 'A.tmp')} ${join('snapshots', 'A')}`,
    'sync snapshots',
    'sync .',
    'sync current.json.tmp',
    'rename current.json.tmp current.json',
    'sync .',
  ])
  rmSync(warehouse, { recursive: true })
})
