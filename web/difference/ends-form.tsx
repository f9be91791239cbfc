import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Snapshots } from '../api.ts'
import type { Place } from '../region/place.ts'
import { DayAndDataset } from '../time-travel/day-and-dataset.tsx'
import type { Ends } from './ends.ts'

interface EndsFormProps {
  place: Place
  kept: Snapshots
  ends: Ends
}

/** From which day of which dataset to which; begins anew where others are shown, the focus where it was. */
export function EndsForm({ place, kept, ends }: EndsFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(ends)
  const [shown, setShown] = useState(ends)
  if (Object.values(shown).join() !== Object.values(ends).join()) {
    setShown(ends)
    setChosen(ends)
  }
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
          kept={kept.all}
          day={from}
          snapshot={fromSnapshot}
          onDay={(day) => set({ from: day })}
          onSnapshot={(id) => set({ fromSnapshot: id })}
        />
        <End
          side="to"
          kept={kept.all}
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

type EndProps = { side: 'from' | 'to' } & ComponentProps<typeof DayAndDataset>

function End({ side, ...end }: EndProps) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{t(`difference.${side}`)}</legend>
      <DayAndDataset {...end} />
    </fieldset>
  )
}
