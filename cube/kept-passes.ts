import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { KeptModel } from './kept-model.ts'

const require = createRequire(import.meta.url)

/** A file of the model, and what it may name. */
type File = { fileName: string; content: string }
type Names = { transpilerNames: string[]; cubeNames: string[]; cubeSymbols: object }

/** What Cube keeps to itself of its reading of a model. */
type Reading = {
  compiledYamlCache: Pick<KeptModel, 'get' | 'set'>
  transpileJsFile: (file: File, report: unknown, names: Names) => Promise<File | undefined>
}

const { DataSchemaCompiler } =
  require('@cubejs-backend/schema-compiler/dist/src/compiler/DataSchemaCompiler') as {
    DataSchemaCompiler: { prototype: Reading }
  }
const { prototype } = DataSchemaCompiler
const transpile = prototype.transpileJsFile

/**
 * Has Cube keep, beside what it makes of the YAML, what each of its passes over the JavaScript comes to: it
 * leaves them to a thread that first loads a part of Cube again, which takes longer than the rest of a start.
 */
export function keepPasses(): void {
  prototype.transpileJsFile = async function (file, report, names) {
    const key = hashOf([file.content, hashOfNames(names)])
    const content = this.compiledYamlCache.get(key)
    if (content !== undefined) return { ...file, content }
    const made = await transpile.call(this, file, report, names)
    if (made !== undefined) this.compiledYamlCache.set(key, made.content)
    return made
  }
}

function hashOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

const hashes = new WeakMap<object, string>()

/** All files of a pass are given the same names, which are many. */
function hashOfNames({ transpilerNames, cubeNames, cubeSymbols }: Names): string {
  const hash = hashes.get(cubeSymbols) ?? hashOf([transpilerNames, cubeNames, cubeSymbols])
  hashes.set(cubeSymbols, hash)
  return hash
}
