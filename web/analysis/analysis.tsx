import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Snapshot } from '../api.ts'
import type { MetricsView } from '../api-metrics.ts'
import { pick } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { OverDataset } from '../shell/dataset-page.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Await } from '../states/await.tsx'
import { readQuestion, withQuestion, type Question } from './address.ts'
import { openingOf } from './cube-query.ts'
import { Filters } from './filters.tsx'
import { Members } from './members.tsx'
import { viewsQuery } from './queries.ts'
import { Result } from './result.tsx'
import './analysis.css'

/** 自助分析: measures, dimensions and filters of one's own; the address holds the question. */
export function Analysis() {
  const { t } = useTranslation()
  const asOf = useSearchParams()[0].get('asOf')
  const name = t('analysis.title')
  return (
    <OverDataset name={name}>
      {(snapshot) => {
        const day = asOf ?? snapshot.asOf
        return (
          <>
            <PageHead name={name} calendar={{ snapshot: snapshot.id, asOf: day, dated: true }} />
            <Board snapshot={snapshot} asOf={day} />
          </>
        )
      }}
    </OverDataset>
  )
}

interface BoardProps {
  snapshot: Snapshot
  asOf: string
}

function Board({ snapshot, asOf }: BoardProps) {
  const views = useQuery(viewsQuery(snapshot.id))
  return (
    <Await query={views} lines={10}>
      {(all) => <Asked views={all} snapshot={snapshot} asOf={asOf} />}
    </Await>
  )
}

/** What is looked at of a view, and how to ask otherwise. */
export interface Asking extends BoardProps {
  view: MetricsView
  question: Question
  ask: (change: Partial<Question>) => void
}

function Asked({ views, snapshot, asOf }: BoardProps & { views: MetricsView[] }) {
  const { t, i18n } = useTranslation()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const question = readQuestion(search)
  const go = (next: Question) =>
    void navigate({ search: withQuestion(search, next).toString() }, { replace: true })
  const view = views.find(({ name }) => name === question.view)
  const ask = (change: Partial<Question>) => go({ ...question, ...change })
  const title = ({ title: zh, meta }: MetricsView) =>
    pick(i18n.language, { zh, en: meta?.en ?? zh })
  return (
    <div className="analysis">
      <section className="panel" aria-labelledby="question">
        <h2 id="question">{t('analysis.question')}</h2>
        <Picker
          label={t('analysis.view')}
          value={question.view ?? ''}
          placeholder={t('analysis.choose')}
          options={views.map((one) => ({ value: one.name, words: title(one) }))}
          onChange={(name) => {
            const chosen = views.find((one) => one.name === name)
            if (chosen !== undefined) go(openingOf(chosen))
          }}
        />
        {view?.description !== undefined && (
          <p className="soft" lang="zh-CN">
            {view.description}
          </p>
        )}
        {view !== undefined && <Choices {...{ view, question, ask, snapshot, asOf }} />}
      </section>
      {view === undefined ? (
        <p className="panel">{t('analysis.start')}</p>
      ) : (
        <Result {...{ view, question, ask, snapshot, asOf }} title={title(view)} />
      )}
    </div>
  )
}

function Choices(asking: Asking) {
  const { view, question, ask } = asking
  return (
    <>
      <Members
        what="measures"
        members={view.measures}
        chosen={question.measures}
        onChange={(measures) => ask({ measures })}
      />
      <Members
        what="dimensions"
        members={view.dimensions.filter(({ name }) => !name.endsWith('.as_of_quarter'))}
        chosen={question.dimensions}
        onChange={(dimensions) => ask({ dimensions })}
      />
      <Filters {...asking} />
    </>
  )
}
