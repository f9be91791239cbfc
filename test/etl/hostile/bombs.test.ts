import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { bombs, endlessTexts } from './bombs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const told = z.object({ end: z.string(), seconds: z.number(), megabytes: z.number() })

/** Opens the file in a process of its own; `megabytes` is what its memory grew by at most. */
function openedAlone(path: string): z.infer<typeof told> {
  const script = `
    const { opened, trainingLayout } = await import('./test/torture/open-file.ts')
    const layout = await trainingLayout()
    const before = process.resourceUsage().maxRSS
    const from = performance.now()
    const end = await opened(${JSON.stringify(path)}, layout)
    const seconds = (performance.now() - from) / 1000
    const megabytes = (process.resourceUsage().maxRSS - before) / 1024
    console.log(JSON.stringify({ end, seconds, megabytes }))`
  const options = ['--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return told.parse(JSON.parse(child.stdout))
}

function expectRefusal(name: string, bytes: Buffer): void {
  const folder = mkdtempSync(join(tmpdir(), 'bomb-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const { end, seconds, megabytes } = openedAlone(join(folder, name))
    expect(end).not.toBe('read')
    expect(seconds).toBeLessThan(5)
    expect(megabytes).toBeLessThan(200)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(Object.entries(bombs))(
  'a workbook with %s is refused at once, in little memory',
  (_, make) => expectRefusal('training.xlsx', make()),
)

test.each(Object.entries(endlessTexts))('%s: refused at once, in little memory', (_, make) =>
  expectRefusal('training.csv', make()),
)
