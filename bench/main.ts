import { readdirSync } from 'node:fs'

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'main.ts')
  .map((entry) => entry.name.replace(/\.ts$/, ''))

/** `npm run bench -- NAME …`: each file beside this one is a bench and exports `bench(args)`. */
async function main([name = '', ...args]: string[]): Promise<void> {
  if (!names.includes(name)) {
    throw new Error(`${name || 'Nothing'} is no bench: expected one of ${names.join(', ')}`)
  }
  const found = (await import(`./${name}.ts`)) as {
    bench: (args: string[]) => Promise<void>
  }
  await found.bench(args)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
