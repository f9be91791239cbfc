import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { KeptModel } from '../../cube/kept-model.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const script = 'cube(`a`, {})\n// 甲'

it('gives another process what this one made and Cube found no fault in', async () => {
  const kept = new KeptModel(join(folder, 'new'))
  kept.set('a', script)
  expect(kept.get('a')).toBe(script)
  expect(new KeptModel(join(folder, 'new')).has('a')).toBe(false)
  kept.keep()
  expect(new KeptModel(join(folder, 'new')).get('a')).toBe(script)
  expect(await readdir(join(folder, 'new'))).toEqual(['a.js'])
})

it('takes a damaged file for none', async () => {
  const kept = new KeptModel(folder)
  kept.set('a', script)
  kept.keep()
  for (const text of ['', script, `// 0\n${script}`]) {
    await writeFile(join(folder, 'a.js'), text)
    expect(new KeptModel(folder).has('a')).toBe(false)
  }
})

it('does without where the disk takes nothing', async () => {
  await writeFile(join(folder, 'file'), '')
  const kept = new KeptModel(join(folder, 'file'))
  kept.set('a', script)
  kept.keep()
  expect(kept.get('a')).toBe(script)
})
