import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Gateway } from '../../cube/gateway.ts'
import { KeptModel } from '../../cube/kept-model.ts'
import { keepPasses } from '../../cube/kept-passes.ts'
import { modelFiles } from '../../cube/model-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passes-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const require = createRequire(import.meta.url)

type Names = { transpilerNames: string[]; cubeNames: string[]; cubeSymbols: object }
type Pass = (
  file: { fileName: string; content: string },
  report: object,
  names: Names,
) => Promise<{ content: string }>

/** One pass over a file, as Cube does it, and how many of its files went to the thread. */
async function pass(content: string, names: Names): Promise<[came: string, threads: number]> {
  const { DataSchemaCompiler } =
    require('@cubejs-backend/schema-compiler/dist/src/compiler/DataSchemaCompiler') as {
      DataSchemaCompiler: { prototype: { transpileJsFile: Pass } }
    }
  const kept = new KeptModel(folder)
  const exec = vi.fn(() => Promise.resolve({ content: `made of ${content}` }))
  const compiler = { compiledYamlCache: kept, workerPool: { exec } }
  const report = { addErrors: () => undefined, addWarnings: () => undefined }
  const { transpileJsFile } = DataSchemaCompiler.prototype
  const made = await transpileJsFile.call(compiler, { fileName: 'a.yml', content }, report, names)
  kept.keep()
  return [made.content, exec.mock.calls.length]
}

it('has a thread make what another text, pass or name comes to, and nothing twice', async () => {
  keepPasses()
  const names = { transpilerNames: ['one'], cubeNames: ['a'], cubeSymbols: { a: { count: true } } }
  const others = [
    { ...names, transpilerNames: ['two'], cubeSymbols: { ...names.cubeSymbols } },
    { ...names, cubeNames: ['a', 'b'], cubeSymbols: { ...names.cubeSymbols } },
    { ...names, cubeSymbols: { a: { count: true, sum: true } } },
  ]
  expect(await pass('a', names)).toEqual(['made of a', 1])
  expect(await pass('b', names)).toEqual(['made of b', 1])
  for (const other of others) expect(await pass('a', other)).toEqual(['made of a', 1])
  for (const known of [names, ...others, structuredClone(names)])
    expect(await pass('a', known)).toEqual(['made of a', 0])
})

it('tells the fault of a model the second time too', async () => {
  const broken = { fileName: 'cubes/a.yml', content: "cubes: [{ name: a, title: '{b +}' }]" }
  vi.spyOn(modelFiles, 'dataSchemaFiles').mockResolvedValue([broken])
  const [queryRewrite, onFault] = [<T>(query: T) => query, () => undefined]
  const gateway = Gateway.open({ martPath: () => folder, queryRewrite, onFault })
  const securityContext = { user: 'a', role: 'leader', region: '000000', snapshot: 'a' }
  const compiler = await gateway.getCompilerApi({ securityContext, requestId: 'a' })
  const { getCompilers } = compiler as unknown as { getCompilers: () => Promise<unknown> }
  const compiled = () => getCompilers.call(compiler)
  await expect(compiled()).rejects.toThrow('Failed to parse')
  await expect(compiled()).rejects.toThrow('Failed to parse')
  await gateway.shutdown()
})
