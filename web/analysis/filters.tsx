import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { InForce } from '../in-force/in-force.tsx'
import { Picker } from '../picker/picker.tsx'
import { TakingPicker } from '../picker/taking-picker.tsx'
import { metricsQuery } from '../queries.ts'
import { withQuestion, type Question } from './address.ts'
import type { Asking } from './analysis.tsx'
import { dimensionsOf, shortName, valuesQuery } from './cube-query.ts'
import { useFilterWords } from './use-filter-words.ts'

/** What narrows the question; each filter can be taken away again. */
export function Filters(asking: Asking) {
  const { t } = useTranslation()
  const { view, question, ask } = asking
  const [search] = useSearchParams()
  const [about, setAbout] = useState<string | null>(null)
  const { said, title, words } = useFilterWords(asking)
  const askedWith = (filters: Question['filters']) =>
    `?${withQuestion(search, { ...question, filters }).toString()}`
  const dimensions = dimensionsOf(view).filter(({ name }) => shortName(name) !== 'as_of_day')
  return (
    <fieldset className="analysis-filters">
      <legend>{t('analysis.filters')}</legend>
      <InForce
        label={t('inForce.label')}
        filters={question.filters.map((filter) => ({
          key: `${filter.name} ${filter.value}`,
          words: said(filter),
          without: askedWith(question.filters.filter((one) => one !== filter)),
        }))}
        withoutAll={askedWith([])}
        none={t('inForce.none')}
      />
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
