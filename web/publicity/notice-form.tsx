import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { fetchWeekdays, makeNotice } from '../api-notices.ts'
import { Picker } from '../picker/picker.tsx'
import { useUnits } from '../reports/use-units.ts'
import { Failure } from '../states/failure.tsx'
import { noticesKey } from './notices.tsx'

/** Which region and year, which five working days, and where to object. */
export function NoticeForm({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const units = useUnits(snapshot)
  const client = useQueryClient()
  const [region, setRegion] = useState('000000')
  const [year, setYear] = useState(Number(snapshot.asOf.slice(0, 4)) - 1)
  const [days, setDays] = useState<string[]>([])
  const [objections, setObjections] = useState('')
  const fill = useMutation({ mutationFn: fetchWeekdays, onSuccess: setDays })
  const make = useMutation({
    mutationFn: () => makeNotice({ region, year, days, objections }),
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
          <span>{t('notices.year')}</span>
          <input
            type="number"
            min={2015}
            max={2030}
            required
            value={year}
            onChange={(event) => setYear(event.target.valueAsNumber)}
          />
        </label>
        <label>
          <span>{t('notices.from')}</span>
          <input
            type="date"
            required
            onChange={(event) => {
              if (event.target.value !== '') fill.mutate(event.target.value)
            }}
          />
        </label>
        <fieldset>
          <legend>{t('notices.fiveDays')}</legend>
          {days.map((day, at) => (
            <label key={at}>
              <span>{t('notices.dayNumber', { number: at + 1 })}</span>
              <input
                type="date"
                required
                value={day}
                onChange={(event) => setDays(days.with(at, event.target.value))}
              />
            </label>
          ))}
          <p className="soft">{t('notices.holidays')}</p>
        </fieldset>
        <label className="notice-wide">
          <span>{t('notices.objections')}</span>
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
      {make.isError && <Failure error={make.error} retry={() => make.mutate()} />}
    </section>
  )
}
