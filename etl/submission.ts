import { fingerprints } from './intake/fingerprint.ts'
import { findFiles, readDemonstration, todayInChina, type Demonstration } from './intake/inbox.ts'
import type { Submitted } from './intake/read-extract.ts'
import { submittedOrders } from './intake/submitted-order.ts'
import type { Layout } from './layouts.ts'
import { reportingUnits } from './reporting-units.ts'

export interface Submission {
  files: (Submitted & { submittedOrder: number })[]
  ignored: string[]
  demonstration: Demonstration | null
}

/** All that the inbox holds, with each file's content known by its hash; `hashes` remembers them. */
export async function findSubmission(
  inbox: string,
  known: {
    dataDir: string
    layouts: readonly Layout[]
    hashes: string
    today?: string | undefined
  },
): Promise<Submission> {
  const { files, ignored } = findFiles(inbox, {
    layouts: new Map(known.layouts.map((layout) => [layout.extract, layout])),
    units: reportingUnits(known.dataDir),
    today: known.today ?? todayInChina(),
  })
  const prints = await fingerprints(inbox, files, known.hashes)
  const orders = submittedOrders(files)
  return {
    files: files.map((file, index) => ({
      ...file,
      fileId: index + 1,
      ...(prints[index] ?? { sha256: '', refusal: file.refusal }),
      submittedOrder: orders[index] ?? 0,
    })),
    ignored,
    demonstration: readDemonstration(inbox),
  }
}
