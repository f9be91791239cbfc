import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { withOwnFolder } from '../../etl/work-folder.ts'
import { temporaryFolder } from './staged-inbox.ts'

let folder = ''

beforeEach(() => {
  folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Another process with a folder `kind-…`, ended by the signal. */
async function ended(signal: NodeJS.Signals): Promise<unknown> {
  const module = pathToFileURL(join('etl', 'work-folder.ts')).href
  const script = `const { withOwnFolder } = await import('${module}')
    await withOwnFolder('kind', () => { console.log('made'); return new Promise(() => setInterval(() => {}, 1e6)) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  await once(child.stdout, 'data')
  expect(own()).toHaveLength(1)
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as unknown[]
  return code
}

function own(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('kind-'))
}

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s clears the folder', async (signal, code) => {
  expect(await ended(signal)).toBe(code)
  expect(own()).toEqual([])
})

test('what a killed process left is cleared by the next, and nothing else is', async () => {
  await ended('SIGKILL')
  const others = ['kind-1-alive', 'kind-of', 'kindly-99999999-x']
  for (const name of others) mkdirSync(join(folder, name))
  expect(own()).toHaveLength(3)
  await withOwnFolder('kind', async (first) => {
    await withOwnFolder('kind', (second) => {
      expect(own()).toHaveLength(4)
      expect(second).not.toBe(first)
      return Promise.resolve()
    })
  })
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('kind'))
      .sort(),
  ).toEqual(others)
})
