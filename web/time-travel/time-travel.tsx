import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Snapshot, Snapshots } from '../api.ts'
import { formatDay } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { snapshotsQuery } from '../queries.ts'
import './time-travel.css'

interface TimeTravelProps {
  asOf: string
  snapshot: string
  dated: boolean
}

/** The same page as of another day, or from another dataset. The popover is itself the dialog. */
export function TimeTravel({ asOf, snapshot, dated }: TimeTravelProps) {
  const { t } = useTranslation()
  const { data } = useQuery(snapshotsQuery)
  const [open, setOpen] = useState(false)
  if (data === undefined || (!dated && data.all.length < 2)) return null
  const label = t(dated ? 'timeTravel.label' : 'timeTravel.labelDataset')
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="time-travel-button" aria-label={label}>
        {t('timeTravel.open')}
      </Button>
      <Popover className="popover" placement="bottom start" aria-label={label}>
        <Form
          key={`${asOf} ${snapshot}`}
          {...{ asOf, snapshot, dated, data }}
          close={() => setOpen(false)}
        />
      </Popover>
    </DialogTrigger>
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
      {dated && (
        <label className="time-travel-day">
          <span>{t('timeTravel.day')}</span>
          <input
            type="date"
            required
            min="2015-01-01"
            max="2030-12-31"
            value={chosen.asOf}
            onChange={(event) => setChosen({ ...chosen, asOf: event.target.value })}
          />
        </label>
      )}
      <Picker
        label={t('timeTravel.dataset')}
        value={chosen.snapshot}
        options={data.all.map((one) => ({ value: one.id, words: snapshotWords(t, one) }))}
        onChange={(snapshot) => setChosen({ ...chosen, snapshot })}
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

/** 2018Q2-1a2b3c4d，2018-07-05 发布，规则 12. */
export function snapshotWords(t: TFunction, { id, publishedAt, ruleVersion }: Snapshot): string {
  const published = formatDay(t, publishedAt.slice(0, 10))
  return t('timeTravel.one', { id, published, rules: ruleVersion })
}
