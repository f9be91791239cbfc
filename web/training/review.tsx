import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Institution } from '../api-training.ts'
import { questionOf, type Place } from '../region/place.ts'
import { useAnnounce } from '../shell/announce.ts'
import { Await } from '../states/await.tsx'
import { Lists, type Decision } from './lists.tsx'
import { reviewQuery } from './queries.ts'
import { ReviewTable } from './review-table.tsx'

const DECISIONS: readonly Decision[] = ['exit', 'warning', 'renewal', 'too_few']

/** Which institution is on which list, and why; institutions are judged where they report. */
export function Review({ place }: { place: Place }) {
  const { t } = useTranslation()
  const isJudged = place.region.level === 'nation' || place.region.level === 'province'
  const review = useQuery({ ...reviewQuery(questionOf(place)), enabled: isJudged })
  if (!isJudged) return <Nothing words={t('training.review.notHere')} />
  return (
    <Await query={review} lines={12}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing words={t('training.review.none')} />
        ) : (
          <Chosen place={place} rows={rows} />
        )
      }
    </Await>
  )
}

function Nothing({ words }: { words: string }) {
  const { t } = useTranslation()
  return (
    <section className="panel region-section">
      <h2>{t('training.review.title')}</h2>
      <p>{words}</p>
    </section>
  )
}

/** The gravest list that is not empty is shown first. */
function Chosen({ place, rows }: { place: Place; rows: Institution[] }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [asked, ask] = useState<Decision | null>(null)
  const lists = DECISIONS.map((decision) => ({
    decision,
    rows: rows.filter((row) => row.decision === decision),
  }))
  const first = lists.find((list) => list.rows.length > 0)
  const shown = lists.find(({ decision }) => decision === asked) ?? first
  if (shown === undefined) return null
  const choose = (decision: Decision) => {
    ask(decision)
    const name = t(`training.decision.${decision}`)
    const now = rows.filter((row) => row.decision === decision)
    const [first] = now
    const words = t('training.review.shown', {
      name,
      count: now.length,
      before: t(`training.decision.${shown.decision}`),
      was: shown.rows.length,
      all: rows.length,
    })
    const firstWords =
      first === undefined ? '' : t('training.review.first', { name: first.name ?? first.code })
    announce([words, firstWords].filter((part) => part !== '').join(t('list.space')))
  }
  return (
    <ReviewTable place={place} decision={shown.decision} rows={shown.rows}>
      <p>
        {t('training.review.sentence', {
          all: rows.length,
          ...Object.fromEntries(lists.map((list) => [list.decision, list.rows.length])),
        })}
      </p>
      <Lists lists={lists} chosen={shown.decision} onChoose={choose} />
    </ReviewTable>
  )
}
