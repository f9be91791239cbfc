import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { snapshotsQuery } from '../queries.ts'
import { PageName } from '../shell/page-name.tsx'
import { Shell } from '../shell/shell.tsx'
import { CRITERIA, countsOf, criterionKey, reasonKey, type Criterion } from './criteria.ts'
import { CharacterKeys } from './character-keys-choice.tsx'
import { Keys } from './keys.tsx'
import './statement.css'

/** Perceivable, operable, understandable, robust: the groups of both standards. */
const PRINCIPLES = ['1', '2', '3', '4']

/** 无障碍声明: what is met, on what evidence, what is lacking, whom to tell. */
export function Statement() {
  const { t } = useTranslation()
  const snapshots = useQuery(snapshotsQuery)
  return (
    <Shell snapshot={snapshots.data?.current ?? null}>
      <div className="statement panel">
        <PageName name={t('statement.title')} />
        <p>{t('statement.lead')}</p>
        <Criteria />
        <h2>{t('statement.gb')}</h2>
        <p>{t('statement.gbWords')}</p>
        <ul className="statement-list">
          {PRINCIPLES.map((principle) => (
            <li key={principle}>{t(`statement.gbGroup.${principle}`, countsOf(principle))}</li>
          ))}
        </ul>
        <Listed name="how" />
        <Listed name="limit" title="limits" />
        <p>
          {t('statement.examples')} <Link to="/examples">{t('examples.title')}</Link>
        </p>
        <h2>{t('statement.contact')}</h2>
        <p>{t('statement.contactWords')}</p>
        <h2>{t('statement.keys')}</h2>
        <Keys />
        <CharacterKeys />
      </div>
    </Shell>
  )
}

function Listed({ name, title = name }: { name: 'how' | 'limit'; title?: string }) {
  const { t } = useTranslation()
  const words = t(`statement.${name}Words`, { returnObjects: true }) as string[]
  return (
    <>
      <h2>{t(`statement.${title}`)}</h2>
      <ul className="statement-list">
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Criteria() {
  const { t } = useTranslation()
  return (
    <>
      <h2 id="criteria">{t('statement.criteria')}</h2>
      <p>{t('statement.summary', countsOf())}</p>
      <div className="table-scroll" role="region" aria-labelledby="criteria" tabIndex={0}>
        <table>
          <caption className="visually-hidden">{t('statement.caption')}</caption>
          <thead>
            <tr>
              {(['number', 'name', 'level', 'state', 'evidence'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`statement.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CRITERIA.map((criterion) => (
              <CriterionRow key={criterion.number} criterion={criterion} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation()
  const reason = reasonKey(criterion)
  return (
    <tr>
      <td>{criterion.number}</td>
      <th scope="row">{t(`statement.criterion.${criterionKey(criterion)}`)}</th>
      <td>{criterion.level}</td>
      <td>{t(`statement.state.${criterion.state}`)}</td>
      <td>
        {reason === null ? <code>{criterion.evidence}</code> : t(`statement.reason.${reason}`)}
      </td>
    </tr>
  )
}
