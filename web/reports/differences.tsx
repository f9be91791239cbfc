import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Await } from '../states/await.tsx'
import { differencesQuery } from './queries.ts'

const MOST = 200

/** What the current dataset would say otherwise: beside the report, never in it. */
export function Differences({ id }: { id: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <section className="panel" aria-labelledby="differences">
      <h2 id="differences">{t('reports.differences.title')}</h2>
      <p className="panel-sub">{t('reports.differences.words')}</p>
      {asked ? (
        <Found id={id} />
      ) : (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t('reports.differences.ask')}
        </button>
      )}
    </section>
  )
}

function Found({ id }: { id: string }) {
  const { t } = useTranslation()
  const found = useQuery(differencesQuery(id))
  return (
    <Await query={found} lines={4}>
      {({ snapshot, differences }) => (
        <>
          <p role="status">
            {t('reports.differences.count', { count: differences.length, snapshot })}
          </p>
          {differences.length > 0 && (
            <div className="table-scroll" role="region" tabIndex={0} aria-labelledby="differences">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('reports.differences.figure')}</th>
                    <th scope="col">{t('reports.differences.here')}</th>
                    <th scope="col">{t('reports.differences.there')}</th>
                  </tr>
                </thead>
                <tbody>
                  {differences.slice(0, MOST).map(({ key, here, there }) => (
                    <tr key={key}>
                      <th scope="row">{key}</th>
                      <td>{here ?? t('missing.no_data')}</td>
                      <td>{there ?? t('missing.no_data')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Await>
  )
}
