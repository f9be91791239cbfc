import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Snapshots } from '../api.ts'
import { Picker } from '../picker/picker.tsx'
import type { Place } from '../region/place.ts'
import { snapshotWords } from '../time-travel/time-travel.tsx'
import type { Ends } from './ends.ts'

interface EndsFormProps {
  place: Place
  kept: Snapshots
  ends: Ends
}

/** From which day of which dataset to which. */
export function EndsForm({ place, kept, ends }: EndsFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(ends)
  const set = (part: Partial<Ends>) => setChosen({ ...chosen, ...part })
  const { from, fromSnapshot, to, toSnapshot } = chosen
  return (
    <section className="panel region-section" aria-labelledby="ends">
      <h2 id="ends">{t('difference.ends')}</h2>
      <form
        className="difference-ends"
        onSubmit={(event) => {
          event.preventDefault()
          void navigate(place.link({ from, fromSnapshot, asOf: to, snapshot: toSnapshot }))
        }}
      >
        <End
          side="from"
          kept={kept}
          day={from}
          snapshot={fromSnapshot}
          onDay={(day) => set({ from: day })}
          onSnapshot={(id) => set({ fromSnapshot: id })}
        />
        <End
          side="to"
          kept={kept}
          day={to}
          snapshot={toSnapshot}
          onDay={(day) => set({ to: day })}
          onSnapshot={(id) => set({ toSnapshot: id })}
        />
        <button type="submit" className="button button-primary">
          {t('difference.compare')}
        </button>
      </form>
    </section>
  )
}

interface EndProps {
  side: 'from' | 'to'
  kept: Snapshots
  day: string
  snapshot: string
  onDay: (day: string) => void
  onSnapshot: (id: string) => void
}

function End({ side, kept, day, snapshot, onDay, onSnapshot }: EndProps) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{t(`difference.${side}`)}</legend>
      <label className="time-travel-day">
        <span>{t('timeTravel.day')}</span>
        <input
          type="date"
          required
          min="2015-01-01"
          max="2030-12-31"
          value={day}
          onChange={(event) => onDay(event.target.value)}
        />
      </label>
      <Picker
        label={t('timeTravel.dataset')}
        value={snapshot}
        options={kept.all.map((one) => ({ value: one.id, words: snapshotWords(t, one) }))}
        onChange={onSnapshot}
      />
    </fieldset>
  )
}
