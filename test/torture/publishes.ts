import { readWhilePublished } from './serving/publishes.ts'

/** C03: 100 snapshots published while 50 people read. Throws where an answer failed or a page was mixed. */
export async function torture([publishes = '100', users = '50']: string[]): Promise<void> {
  const found = await readWhilePublished(Number(publishes), Number(users))
  const { pages, answers, snapshots, failed, mixed, calm, busy } = found
  console.log(
    `${publishes} snapshots published while ${users} people opened ${pages} pages on ${snapshots} of them: ` +
      `${answers} answers, ${failed.length} failed, ${mixed} pages mixed; ` +
      `99 of 100 answers within ${Math.round(calm)} ms before and ${Math.round(busy)} ms meanwhile`,
  )
  if (failed.length + mixed > 0) throw new Error(failed.slice(0, 5).join('\n'))
}
