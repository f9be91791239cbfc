import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Snapshots } from '../api.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { snapshotsQuery } from '../queries.ts'
import { DayAndDataset } from './day-and-dataset.tsx'
import './time-travel.css'

interface TimeTravelProps {
  asOf: string
  snapshot: string
  dated: boolean
}

/** The same page as of another day, or from another dataset. */
export function TimeTravel({ asOf, snapshot, dated }: TimeTravelProps) {
  const { t } = useTranslation()
  const { data } = useQuery(snapshotsQuery)
  if (data === undefined || (!dated && data.all.length < 2)) return null
  const label = t(dated ? 'timeTravel.label' : 'timeTravel.labelDataset')
  return (
    <Disclosure
      words={t('timeTravel.open')}
      label={label}
      className="time-travel-button"
      at="start"
    >
      {(close) => (
        <Form key={`${asOf} ${snapshot}`} {...{ asOf, snapshot, dated, data }} close={close} />
      )}
    </Disclosure>
  )
}

interface FormProps extends TimeTravelProps {
  data: Snapshots
  close: () => void
}

function Form({ data, dated, close, ...now }: FormProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(now)
  const go = useGo(data, now)
  return (
    <form
      className="time-travel"
      onSubmit={(event) => {
        event.preventDefault()
        close()
        go(chosen)
      }}
    >
      <h2>{t('timeTravel.label')}</h2>
      <DayAndDataset
        day={dated ? chosen.asOf : null}
        snapshot={chosen.snapshot}
        kept={data.all}
        onDay={(asOf) => setChosen({ ...chosen, asOf })}
        onSnapshot={(snapshot) => setChosen({ ...chosen, snapshot })}
      />
      <p className="soft">{t('timeTravel.words')}</p>
      <button type="submit" className="button button-primary">
        {t('timeTravel.go')}
      </button>
    </form>
  )
}

/** What was not changed stays out of the address, so that the page follows the data. */
function useGo({ current }: Snapshots, now: { asOf: string; snapshot: string }) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return ({ asOf, snapshot }: { asOf: string; snapshot: string }) => {
    const next = new URLSearchParams(search)
    if (asOf !== now.asOf) next.set('asOf', asOf)
    if (snapshot === current?.id) next.delete('snapshot')
    else next.set('snapshot', snapshot)
    void navigate({ search: next.toString() })
  }
}
