import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modelPath = fileURLToPath(new URL('model', import.meta.url))

async function readFolder(folder: string) {
  const names = (await readdir(join(modelPath, folder))).filter((name) => name.endsWith('.yml'))
  return Promise.all(
    names.sort().map(async (name) => ({
      fileName: `${folder}/${name}`,
      content: await readFile(join(modelPath, folder, name), 'utf8'),
    })),
  )
}

/** The model as Cube wants it: found beside this file, wherever the process was started. */
export const modelFiles = {
  localPath: () => modelPath,
  dataSchemaFiles: async () => (await Promise.all(['cubes', 'views'].map(readFolder))).flat(),
}
