import type { Extract } from '../layout.ts'
import { note, type Garden } from './plant.ts'
import { soundRow } from './rows.ts'

interface Torn {
  unit: string
  quarter: number
  extract: Extract
  defect: string
  tear: (texts: string[]) => string[]
}

const totals = (word: string) => (texts: string[]) =>
  texts.map((_, at) => (at === 0 ? word : at === texts.length - 2 ? '128' : ''))

/** Rows whose number of cells or whole meaning is wrong, not one cell. */
const torn: Torn[] = [
  {
    unit: '150000',
    quarter: 2,
    extract: 'registration',
    defect: '单元格过少',
    tear: (t) => t.slice(0, -3),
  },
  {
    unit: '340000',
    quarter: 5,
    extract: 'employment',
    defect: '单元格过多',
    tear: (t) => [...t, '多余'],
  },
  {
    unit: '430000',
    quarter: 1,
    extract: 'training',
    defect: '单元格过少',
    tear: (t) => t.slice(0, 4),
  },
  { unit: '350000', quarter: 9, extract: 'training', defect: '合计行', tear: totals('合计') },
  { unit: '640000', quarter: 4, extract: 'employment', defect: '合计行', tear: totals('总计') },
  { unit: '320000', quarter: 5, extract: 'levy_filing', defect: '合计行', tear: totals('小计') },
  { unit: '410000', quarter: 2, extract: 'registration', defect: '合计行', tear: totals('合计') },
]

export function plantTornRows(garden: Garden): void {
  const { world, place } = garden
  for (const row of torn) {
    if (row.unit !== world.out.unit) continue
    const texts = world.out.texts(row.extract, soundRow(world, row.extract, row.quarter, place))
    const written = world.out.addRaw(row.extract, row.quarter, row.tear(texts))
    note(garden, written, 'quarantined', { defect: row.defect })
  }
}
