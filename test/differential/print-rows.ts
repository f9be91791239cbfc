import { cp, writeFile } from 'node:fs/promises'
import { allRows, type ProgressRow } from '../support/progress-rows.ts'
import { serveInbox } from '../support/served.ts'

/** Run in a process of its own: loads an inbox, and writes the product's rows of some days to a file. */
const [, , inbox = '', to = '', ...days] = process.argv
const served = await serveInbox((copy) => cp(inbox, copy, { recursive: true }))
const rows: Record<string, ProgressRow[]> = {}
for (const day of days) rows[day] = await allRows(served.client, day)
await writeFile(to, JSON.stringify(rows))
await served.close()
