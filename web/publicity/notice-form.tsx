import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { fetchWeekdays, makeNotice } from '../api-notices.ts'
import { DateField } from '../date-field/date-field.tsx'
import { Picker, type Option } from '../picker/picker.tsx'
import { useUnits } from '../reports/use-units.ts'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { noticesKey } from './notices.tsx'

export function NoticeForm({ snapshot }: { snapshot: Snapshot }) {
  const units = useUnits(snapshot)
  return (
    <Await query={units} lines={5}>
      {(all) => <Form snapshot={snapshot} units={all} />}
    </Await>
  )
}

/** Which region and year, which five working days, and where to object. */
function Form({ snapshot, units }: { snapshot: Snapshot; units: Option[] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [region, setRegion] = useState('000000')
  const [year, setYear] = useState(Number(snapshot.asOf.slice(0, 4)) - 1)
  const [days, setDays] = useState<string[]>([])
  const [objections, setObjections] = useState('')
  const fill = useMutation({ mutationFn: fetchWeekdays, onSuccess: setDays })
  const make = useMutation({
    mutationFn: () => makeNotice({ region, year, days, objections, snapshot: snapshot.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesKey }),
  })
  return (
    <section className="panel" aria-labelledby="new-notice">
      <h2 id="new-notice">{t('notices.new')}</h2>
      <form
        className="notice-form"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Picker label={t('notices.region')} value={region} options={units} onChange={setRegion} />
        <label>
          <span className="field-name">{t('notices.year')}</span>
          <input
            type="number"
            min={2015}
            max={2030}
            required
            value={year}
            onChange={(event) => setYear(event.target.valueAsNumber)}
          />
        </label>
        <DateField
          label={t('notices.from')}
          onChange={(day) => {
            if (day !== '') fill.mutate(day)
          }}
        />
        <fieldset>
          <legend>{t('notices.fiveDays')}</legend>
          {days.map((day, at) => (
            <DateField
              key={at}
              label={t('notices.dayNumber', { number: at + 1 })}
              value={day}
              onChange={(changed) => setDays(days.with(at, changed))}
            />
          ))}
          <p className="soft">{t('notices.holidays')}</p>
        </fieldset>
        <label className="notice-wide">
          <span className="field-name">{t('notices.objections')}</span>
          <textarea
            rows={2}
            required
            minLength={5}
            maxLength={500}
            lang="zh-CN"
            value={objections}
            onChange={(event) => setObjections(event.target.value)}
          />
        </label>
        <button
          type="submit"
          className="button button-primary"
          disabled={make.isPending || days.length !== 5}
        >
          {t('notices.make')}
        </button>
      </form>
      <p className="soft" role="status">
        {make.isPending ? t('notices.making') : ''}
      </p>
      {make.isError && <Failure error={make.error} retry={() => make.mutate()} />}
    </section>
  )
}
