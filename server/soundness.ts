import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseManifest, type Manifest } from './manifest.ts'
import { parsePlan } from './progress/plan.ts'

/** Why a snapshot is not served: a sentence that says what to do. */
class Unsound extends Error {}

const remedy = '请运行 npm run etl -- verify 查看详情，从备份恢复或重新装载。'

/** What changes whenever any file of the folder does, or one comes or goes. */
export async function stampOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort()
  const stamps = names.map(async (name) => {
    const { size, ctimeMs, ino } = await stat(join(folder, name))
    return `${name} ${size} ${ctimeMs} ${ino}`
  })
  return (await Promise.all(stamps)).join('\n')
}

/** The manifest, held against its seal. Throws Unsound where it is not as published, or of an older form. */
export async function readSealed(folder: string): Promise<Manifest> {
  const id = basename(folder)
  const path = join(folder, 'manifest.json')
  const [bytes, seal] = await Promise.all([
    readFile(path),
    readFile(`${path}.sha256`, 'utf8'),
  ]).catch((cause: unknown) => {
    throw new Unsound(`数据集 ${id} 没有带校验值的清单，请重新运行 npm run etl。`, { cause })
  })
  const found = `${createHash('sha256').update(bytes).digest('hex')}  manifest.json\n`
  if (found !== seal)
    throw new Unsound(
      `数据集 ${id} 的清单已损坏：应为 ${seal.trim()}，实为 ${found.trim()}。${remedy}`,
    )
  return parsed(id, bytes.toString('utf8'))
}

function parsed(id: string, text: string): Manifest {
  try {
    const manifest = parseManifest(text)
    manifest.plans.forEach(parsePlan)
    if (manifest.id === id) return manifest
  } catch (cause) {
    const sentence = `数据集 ${id} 由较早的版本发布，现在的程序读不了；请用同样的文件重新运行 npm run etl。`
    throw new Unsound(sentence, { cause })
  }
  throw new Unsound(`数据集 ${id} 的清单是另一个数据集的。${remedy}`)
}

/** Reads every file of the snapshot. Throws Unsound with the file, what was expected and what was found. */
export async function checkFiles(folder: string, { id, artifacts }: Manifest): Promise<void> {
  const names = await readdir(folder)
  for (const { path, bytes, sha256 } of artifacts) {
    const log = names.find((name) => name.startsWith(`${path}.wal`))
    if (log !== undefined) throw new Unsound(`数据集 ${id} 旁有未写完的日志 ${log}。${remedy}`)
    const found = await fingerprintOf(join(folder, path))
    const expected = `${bytes} 字节 ${sha256}`
    if (found === expected) continue
    throw new Unsound(`数据集 ${id} 的 ${path} 已损坏：应为 ${expected}，实为 ${found}。${remedy}`)
  }
}

async function fingerprintOf(path: string): Promise<string> {
  try {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
    return `${(await stat(path)).size} 字节 ${hash.digest('hex')}`
  } catch (error) {
    return String(error)
  }
}

/** Throws Unsound where an older snapshot lacks a column or macro that the current one's model asks for. */
export function requireContentOf(current: Manifest, older: Manifest): void {
  const namesIn = ({ content }: Manifest) => [
    ...(content?.tables ?? []).flatMap(({ table, columns }) =>
      columns.map((column) => `${table}.${column}`),
    ),
    ...(content?.macros ?? []).map((macro) => `${macro}()`),
  ]
  const there = new Set(namesIn(older))
  const lacking = namesIn(current).find((name) => !there.has(name))
  if (lacking === undefined) return
  throw new Unsound(
    `数据集 ${older.id} 由较早的版本发布，没有现在的指标所需的 ${lacking}；请用同样的文件重新运行 npm run etl。`,
  )
}
