import { killed } from './snapshots/kills.ts'

/** C01: 200 loads killed at random moments, or as many as the first word says. */
export async function torture([count = '200']: string[]): Promise<void> {
  const ends = await killed(Number(count), 1)
  console.log(
    `${count} loads killed: the old snapshot was served after ${ends.old}, the new one after ${ends.new}; each whole, nothing left over`,
  )
}
