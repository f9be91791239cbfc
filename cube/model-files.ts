import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

async function readFolder(modelPath: string, folder: string) {
  const names = (await readdir(join(modelPath, folder))).filter((name) => name.endsWith('.yml'))
  return Promise.all(
    names.sort().map(async (name) => ({
      fileName: `${folder}/${name}`,
      content: await readFile(join(modelPath, folder, name), 'utf8'),
    })),
  )
}

/**
 * The model of a folder, as Cube wants it.
 * @public the mutants of test/golden load another
 */
export function modelFilesIn(modelPath: string) {
  const read = (folder: string) => readFolder(modelPath, folder)
  return {
    localPath: () => modelPath,
    dataSchemaFiles: async () => (await Promise.all(['cubes', 'views'].map(read))).flat(),
  }
}

/** Found beside this file, wherever the process was started. */
export const modelFiles = modelFilesIn(fileURLToPath(new URL('model', import.meta.url)))
