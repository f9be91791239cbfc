import { writeFileSync } from 'node:fs'

/** Imported into a process that is measured: leaves its peak memory, in bytes, in the file BENCH_PEAK. */
const file = process.env['BENCH_PEAK']
if (file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)))
}
