import { corrupted } from './snapshots/corruption.ts'

/** C06: 500 damaged snapshots, or as many as the first word says. Throws where one was served. */
export async function torture([count = '500']: string[]): Promise<void> {
  const { refused, served, longest } = await corrupted(Number(count), 1)
  console.log(
    `${count} damaged snapshots: ${refused} refused and the last sound one served, within ${Math.round(longest)} ms`,
  )
  if (served > 0) throw new Error(`${served} damaged snapshots were served`)
}
