import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { bombs, endlessTexts } from './bombs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const handMade = join(root, 'test', 'etl', 'bad-files', 'files')

/** Macros, passwords, entities, swollen, lying, nested, paths out of the archive, links. */
const hostile = readdirSync(handMade).filter((name) => /^training-(115|116|12[1-9])-/.test(name))

/** What each file is, and how it is made. */
const files: [string, () => Buffer][] = [
  ...hostile.map((name): [string, () => Buffer] => [
    name,
    () => readFileSync(join(handMade, name)),
  ]),
  ...Object.entries(bombs),
  ...Object.entries(endlessTexts),
]

const told = z.object({
  end: z.string(),
  /** Of the processor: on a busy machine the clock runs on while the program waits. */
  seconds: z.number(),
  /** What the memory has grown by at most since the first file. */
  megabytes: z.number(),
})

/** Opens the files one after the other in a process of its own. */
function openedAlone(paths: string[]): z.infer<typeof told>[] {
  const script = `
    const { opened, trainingLayout } = await import('./test/torture/intake/open-file.ts')
    const layout = await trainingLayout()
    const before = process.resourceUsage().maxRSS
    const ends = []
    for (const path of ${JSON.stringify(paths)}) {
      const from = process.cpuUsage()
      const end = await opened(path, layout)
      const { user, system } = process.cpuUsage(from)
      const megabytes = (process.resourceUsage().maxRSS - before) / 1024
      ends.push({ end, seconds: (user + system) / 1e6, megabytes })
    }
    console.log(JSON.stringify(ends))`
  const options = ['--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return z.array(told).parse(JSON.parse(child.stdout))
}

/** A text is opened in a process of its own, since it leaves much to be swept up behind it. */
function openedInTurn(paths: string[]): z.infer<typeof told>[] {
  const [texts, books] = [paths.filter(isText), paths.filter((path) => !isText(path))]
  return [...openedAlone(books), ...texts.flatMap((path) => openedAlone([path]))]
}

const isText = (path: string) => path.endsWith('.csv')

let ends: z.infer<typeof told>[] = []

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'bomb-'))
  try {
    const paths = files.map(([what, make], at) => {
      const form = what in endlessTexts ? 'csv' : 'xlsx'
      const path = join(folder, String(at), `training.${form}`)
      mkdirSync(dirname(path))
      writeFileSync(path, make())
      return path
    })
    ends = openedInTurn(paths)
  } finally {
    rmSync(folder, { recursive: true })
  }
  for (const [at, { end, seconds, megabytes }] of ends.entries()) {
    const size = `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`
    console.log(`${files[at]?.[0] ?? ''}: ${size}: ${end}`)
  }
})

test('the hand-made archives that would do harm are among them', () => {
  expect(hostile).toHaveLength(11)
})

test.each(files.map(([what], at) => [what, at] as const))(
  '%s: refused within 5 s and 200 MB',
  (_, at) => {
    const { end = 'read', seconds = Infinity, megabytes = Infinity } = ends[at] ?? {}
    expect(end).not.toBe('read')
    expect(seconds).toBeLessThan(5)
    expect(megabytes).toBeLessThan(200)
  },
)
