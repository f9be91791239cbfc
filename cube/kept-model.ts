import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const { version } = require('@cubejs-backend/schema-compiler/package.json') as { version: string }

/** Of this version of Cube: another may write another JavaScript of the same YAML. */
const folder_of_model = join(import.meta.dirname, '..', 'build', 'model', version)

/**
 * The JavaScript that Cube makes of a model's YAML files, under the hash of each: making it takes some
 * five seconds, each time that the product is started. What is made is kept on the disk by `keep`, to be
 * called once Cube has found no fault in the model. A damaged file is as good as none.
 */
export class KeptModel {
  readonly #folder: string
  readonly #known = new Map<string, string>()
  readonly #made = new Set<string>()

  constructor(folder = folder_of_model) {
    this.#folder = folder
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  get(key: string): string | undefined {
    const known = this.#known.get(key) ?? readSealed(this.#path(key))
    if (known !== undefined) this.#known.set(key, known)
    return known
  }

  set(key: string, script: string): void {
    this.#known.set(key, script)
    this.#made.add(key)
  }

  /** Where the disk takes nothing, it is all made anew the next time. */
  keep(): void {
    try {
      mkdirSync(this.#folder, { recursive: true })
      for (const key of this.#made) writeSealed(this.#path(key), this.#known.get(key) ?? '')
    } catch {
      return
    }
    this.#made.clear()
  }

  #path(key: string): string {
    return join(this.#folder, `${key}.js`)
  }
}

function readSealed(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const script = text.slice(text.indexOf('\n') + 1)
    return text === sealed(script) ? script : undefined
  } catch {
    return undefined
  }
}

function writeSealed(path: string, script: string): void {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, sealed(script))
  renameSync(draft, path)
}

/** Its own hash in the first line. */
function sealed(script: string): string {
  return `// ${createHash('sha256').update(script).digest('hex')}\n${script}`
}
