import { readdirSync } from 'node:fs'

const kinds = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'main.ts')
  .map((entry) => entry.name.replace(/\.ts$/, ''))

/** `npm run torture [-- KIND …]`: each file beside this one exports `torture(args)`; without a kind, all. */
async function main([kind, ...args]: string[]): Promise<void> {
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new Error(`${kind} is no kind of torture: expected one of ${kinds.join(', ')}`)
  }
  for (const name of kind === undefined ? kinds : [kind]) {
    const found = (await import(`./${name}.ts`)) as {
      torture: (args: string[]) => Promise<void>
    }
    await found.torture(args)
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
