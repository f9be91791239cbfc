import { dirname, join } from 'node:path'

import { readCsv } from '../../../etl/intake/csv-file.ts'
import { Outlet, Sink } from '../../../etl/intake/outlet.ts'
import { Refusal } from '../../../etl/intake/refusal.ts'
import { RowIntake } from '../../../etl/intake/row-intake.ts'
import { readWorkbook } from '../../../etl/intake/xlsx-file.ts'
import { type Layout, readLayouts } from '../../../etl/layouts.ts'
import { dataDir } from '../../etl/staged-inbox.ts'

export async function trainingLayout(): Promise<Layout> {
  const layouts = await readLayouts(dataDir)
  return layouts.find(({ extract }) => extract === 'training')!
}

/** Reads one training file into the folder it lies in: `read`, or why it was refused. Other errors pass. */
export async function opened(
  path: string,
  layout: Layout,
  onRows?: (rows: number) => void,
): Promise<string> {
  const rows = new Outlet(dirname(path), 'training')
  const faults = new Sink(join(dirname(path), 'faults.txt'), '\u001f', ['rule'])
  const newIntake = () => new RowIntake(1, layout, { rows, faults }, path.endsWith('xlsx'))
  try {
    if (path.endsWith('xlsx')) (await readWorkbook(path, newIntake, onRows)).intake.finish()
    else await openedText(path, newIntake(), onRows)
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  } finally {
    rows.close()
    faults.close()
  }
}

async function openedText(
  path: string,
  intake: RowIntake,
  onRows?: (rows: number) => void,
): Promise<void> {
  await readCsv(path, intake, onRows)
  intake.finish()
}
