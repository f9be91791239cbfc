import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Ledger as Found } from '../api-evidence.ts'
import { targetWords } from '../bullet/bullet-words.ts'
import { text, unitColumn, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatDay, formatQuarter } from '../format.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { ledgerQuery } from './queries.ts'

/** Who set the target, by which document, and every version of it that was submitted. */
export function Ledger({ place }: { place: Place }) {
  const found = useQuery(ledgerQuery({ ...questionOf(place), indicator: place.indicator.code }))
  return (
    <Await query={found} lines={4}>
      {(ledger) => <Table place={place} ledger={ledger ?? { targets: [], versions: [] }} />}
    </Await>
  )
}

const COLUMNS = ['setBy', 'year', 'value', 'document', 'source', 'fate'] as const

function Table({ place, ledger }: { place: Place; ledger: Found }) {
  const { t, i18n } = useTranslation()
  const value = (amount: number): Figure => ({
    words: targetWords(t, i18n.language, place.indicator.unit, amount),
    value: amount,
  })
  const rows = ledger.versions.map((version) => ({
    key: `${version.file} ${version.line}`,
    cells: [
      text(t(`evidence.ledger.by.${version.setBy}`)),
      text(version.year === null ? t('evidence.ledger.whole') : String(version.year)),
      value(version.value),
      text(version.documentNumber ?? t('evidence.ledger.unstated')),
      text(t('evidence.ledger.line', { file: version.file, line: version.line })),
      text(fateWords(t, version.supersededIn)),
    ],
  }))
  return (
    <FigureTable
      place={place}
      title={t('evidence.ledger.title')}
      columns={COLUMNS.map((column) => {
        const name = t(`evidence.ledger.column.${column}`)
        return column === 'value' ? unitColumn(t, name, place.indicator.unit) : { name }
      })}
      rows={rows}
    >
      <p>{useTargetWords(place, ledger)}</p>
    </FigureTable>
  )
}

function fateWords(t: TFunction, quarter: string | null): string {
  if (quarter === null) return t('evidence.ledger.stands')
  return t('evidence.ledger.replaced', { quarter: formatQuarter(t, quarter) })
}

function useTargetWords({ indicator }: Place, { targets, versions }: Found): string {
  const { t, i18n } = useTranslation()
  const said = targets.map(({ setBy, inForce, value, deadline }) =>
    t(inForce ? 'evidence.ledger.inForce' : 'evidence.ledger.beside', {
      by: t(`evidence.ledger.by.${setBy}`),
      value: targetWords(t, i18n.language, indicator.unit, value),
      deadline: formatDay(t, deadline),
    }),
  )
  if (targets.length === 0) said.push(t('evidence.ledger.none'))
  if (versions.length === 0) said.push(t('evidence.ledger.noVersions'))
  return said.join(t('list.space'))
}
