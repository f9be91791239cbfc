import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { StateIcon } from './state-icon.tsx'
import './states.css'

const KNOWN = ['unreachable', 'unexpected_answer', 'unknown_plan', 'unknown_region', 'bad_request']

function failureKey(error: Error | null): string {
  const code = error instanceof ApiError ? error.code : ''
  return `failure.${KNOWN.includes(code) ? code : 'other'}`
}

/** The server is well and says itself what is wrong with what was asked. */
function isRefused(error: Error | null): boolean {
  if (!(error instanceof ApiError) || KNOWN.includes(error.code)) return false
  return error.status >= 400 && error.status < 500 && error.message !== ''
}

export function Failure({ error, retry }: { error: Error | null; retry: () => void }) {
  const { t } = useTranslation()
  const refused = isRefused(error)
  const detail = error instanceof ApiError ? error.message : ''
  return (
    <div className="state panel" role="alert">
      <StateIcon kind="failure" />
      <div>
        <h2>{t(refused ? 'failure.refused' : 'failure.title')}</h2>
        <p>{t(refused ? 'failure.reason' : failureKey(error))}</p>
        {detail !== '' && (
          <p className="state-detail" lang="zh-CN">
            {detail}
          </p>
        )}
        <button type="button" className="button button-primary" onClick={retry}>
          {t('failure.retry')}
        </button>
      </div>
    </div>
  )
}
