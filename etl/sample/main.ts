import { parseArgs } from 'node:util'
import { runSample, type SampleOptions } from './run.ts'

/** Reads the command line. Throws with the usage where the folder is not named. */
function readOptions(): SampleOptions {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '0.02' },
      seed: { type: 'string', default: '1' },
      to: { type: 'string' },
    },
  })
  if (values.to === undefined) {
    throw new Error('--to DIR is missing: npm run sample -- --scale 0.02 --seed 1 --to DIR')
  }
  return { scale: Number(values.scale), seed: Number(values.seed), to: values.to }
}

try {
  const options = readOptions()
  await runSample(options)
  console.log(`Demonstration extracts at scale ${String(options.scale)} are in ${options.to}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
