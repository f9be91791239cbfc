import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { bombs, endlessTexts } from './bombs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const told = z.array(z.object({ end: z.string(), seconds: z.number(), megabytes: z.number() }))

/** Opens the files in a process of its own; `megabytes` is what its memory grew by at most so far. */
function openedAlone(paths: string[]): z.infer<typeof told> {
  const script = `
    const { opened, trainingLayout } = await import('./test/torture/open-file.ts')
    const layout = await trainingLayout()
    const before = process.resourceUsage().maxRSS
    const ends = []
    for (const path of ${JSON.stringify(paths)}) {
      const from = performance.now()
      const end = await opened(path, layout)
      const seconds = (performance.now() - from) / 1000
      ends.push({ end, seconds, megabytes: (process.resourceUsage().maxRSS - before) / 1024 })
    }
    console.log(JSON.stringify(ends))`
  const options = ['--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return told.parse(JSON.parse(child.stdout))
}

function expectRefusals(files: Record<string, Buffer>, what?: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bomb-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    const names = Object.keys(files)
    const ends = openedAlone(names.map((name) => join(folder, name)))
    for (const [at, { end, seconds, megabytes }] of ends.entries()) {
      const size = `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`
      console.log(`${what ?? names[at]}: ${size}: ${end}`)
      expect(end).not.toBe('read')
      expect(seconds).toBeLessThan(5)
      expect(megabytes).toBeLessThan(200)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(Object.entries(bombs))(
  'a workbook with %s is refused at once, in little memory',
  (what, make) => expectRefusals({ 'training.xlsx': make() }, what),
)

test.each(Object.entries(endlessTexts))('%s: refused at once, in little memory', (what, make) =>
  expectRefusals({ 'training.csv': make() }, what),
)

/** Macros, passwords, entities, swollen, lying, nested, paths out of the archive, links. */
const hostile = /^training-(115|116|12[1-9])-.*\.xlsx$/

test('hand-made archives that would do harm are refused at once, in little memory', () => {
  const from = join(root, 'test', 'etl', 'bad-files', 'files')
  const names = readdirSync(from).filter((name) => hostile.test(name))
  expect(names).toHaveLength(11)
  expectRefusals(Object.fromEntries(names.map((name) => [name, readFileSync(join(from, name))])))
})
