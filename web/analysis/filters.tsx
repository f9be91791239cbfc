import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../api-metrics.ts'
import { pick } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { TakingPicker } from '../picker/taking-picker.tsx'
import { metricsQuery } from '../queries.ts'
import type { Asking } from './analysis.tsx'
import { dimensionsOf, shortName, valuesQuery } from './cube-query.ts'
import { useRegionNames } from './use-region-names.ts'
import { useValueWords } from '../value-words.ts'

/** What narrows the question; each filter can be taken away again. */
export function Filters(asking: Asking) {
  const { t, i18n } = useTranslation()
  const { view, question, ask, snapshot, asOf } = asking
  const [about, setAbout] = useState<string | null>(null)
  const words = useValueWords(useRegionNames(snapshot.id, asOf))
  const dimensions = dimensionsOf(view).filter(({ name }) => shortName(name) !== 'as_of_day')
  const title = ({ shortTitle, meta }: Member) =>
    pick(i18n.language, { zh: shortTitle, en: meta?.en ?? shortTitle })
  const titleOf = (name: string) => {
    const known = dimensions.find((one) => shortName(one.name) === name)
    return known === undefined ? name : title(known)
  }
  return (
    <fieldset className="analysis-filters">
      <legend>{t('analysis.filters')}</legend>
      {question.filters.map((filter) => {
        const said = t('analysis.filter', {
          name: titleOf(filter.name),
          value: words(filter.name, filter.value),
        })
        return (
          <button
            key={`${filter.name} ${filter.value}`}
            type="button"
            className="button"
            aria-label={t('analysis.removeFilter', { filter: said })}
            onClick={() => ask({ filters: question.filters.filter((one) => one !== filter) })}
          >
            {said}
            <span aria-hidden="true">×</span>
          </button>
        )
      })}
      <Picker
        label={t('analysis.addFilter')}
        value={about ?? ''}
        placeholder={t('analysis.choose')}
        options={dimensions.map((one) => ({ value: shortName(one.name), words: title(one) }))}
        onChange={setAbout}
      />
      {about !== null && (
        <Values
          {...asking}
          key={about}
          name={about}
          words={words}
          onChoose={(value) => {
            setAbout(null)
            ask({ filters: [...question.filters, { name: about, value }] })
          }}
        />
      )}
    </fieldset>
  )
}

interface ValuesProps extends Asking {
  name: string
  words: (name: string, value: string) => string
  onChoose: (value: string) => void
}

function Values({ view, snapshot, asOf, name, words, onChoose }: ValuesProps) {
  const { t } = useTranslation()
  const query = valuesQuery(view, name, asOf)
  const { data } = useQuery(metricsQuery({ query, snapshot: snapshot.id }))
  const values = (data ?? []).flatMap((row) => {
    const value = row[`${view.name}.${name}`]
    return value === null || value === undefined ? [] : [String(value)]
  })
  return (
    <TakingPicker
      label={t('analysis.filterValue')}
      placeholder={data === undefined ? t('state.loading') : t('analysis.choose')}
      options={values.map((value) => ({ value, words: words(name, value) }))}
      take={t('analysis.takeFilter')}
      onTake={onChoose}
    />
  )
}
