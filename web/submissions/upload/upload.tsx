import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api.ts'
import type { Upload as Sent } from '../../api-submissions.ts'
import { formatQuarter } from '../../format.ts'
import { placeAddress } from '../address.ts'
import { ChooseFile } from './choose-file.tsx'
import { Outcome } from './outcome.tsx'
import { UploadProgress } from './progress.tsx'
import { useUpload } from './use-upload.ts'
import './upload.css'

type Handle = ReturnType<typeof useUpload>

function Fault({ error }: { error: Error }) {
  const { t } = useTranslation()
  const said = error instanceof ApiError ? error.message : ''
  return (
    <p className="upload-wrong" role="alert" lang={said === '' ? undefined : 'zh-CN'}>
      {said === '' ? t('upload.failed') : said}
    </p>
  )
}

/** The result is read out and comes into view: the focus goes to it. */
function Settled({ upload, handle }: { upload: Sent; handle: Handle }) {
  const { t } = useTranslation()
  const top = useRef<HTMLDivElement>(null)
  const { state, result } = upload
  useEffect(() => top.current?.focus(), [state])
  return (
    <div className="upload-settled" ref={top} tabIndex={-1}>
      {state === 'checked' && result !== null && <Outcome result={result} />}
      {state === 'loaded' && <p className="upload-done">{t('upload.loaded')}</p>}
      {state === 'failed' && <p className="upload-wrong">{t('upload.failed')}</p>}
      <div className="upload-actions">
        {state === 'checked' && result?.fate === 'accepted' && (
          <button
            type="button"
            className="button button-primary"
            disabled={handle.accept.isPending}
            onClick={() => handle.accept.mutate()}
          >
            {t('upload.accept')}
          </button>
        )}
        <button type="button" className="button" onClick={handle.leave}>
          {t(state === 'checked' ? 'upload.leave' : 'upload.another')}
        </button>
      </div>
    </div>
  )
}

function Way({ handle }: { handle: Handle }) {
  const { t } = useTranslation()
  const { upload, check, error } = handle
  const under = upload === null ? check.isPending || handle.id !== null : isUnderWay(upload)
  return (
    <>
      {error !== null && <Fault error={error} />}
      {upload !== null && !under && <Settled upload={upload} handle={handle} />}
      {under && error === null && <UploadProgress upload={upload} sent={handle.sent} />}
      {under && upload === null && (
        <button type="button" className="button" onClick={handle.leave}>
          {t('upload.stop')}
        </button>
      )}
      {upload === null && !check.isPending && handle.id === null && (
        <ChooseFile onChosen={(choice) => check.mutate(choice)} />
      )}
    </>
  )
}

function isUnderWay({ state }: Sent): boolean {
  return state === 'checking' || state === 'loading'
}

interface UploadProps {
  unit: string
  quarter: string
  /** The last quarter that files may be sent for. */
  last: string
}

/** Sends a file of the unit: first it is shown what would become of it, and only then it is sent. */
export function UploadSection({ unit, quarter, last }: UploadProps) {
  const { t } = useTranslation()
  const handle = useUpload({ unit, quarter })
  return (
    <section className="panel submission-section" aria-labelledby="upload">
      <div className="panel-head submission-head">
        <div>
          <h2 id="upload">{t('upload.title', { quarter: formatQuarter(t, quarter) })}</h2>
          <p className="panel-sub">{t('upload.words')}</p>
        </div>
        {last !== quarter && (
          <Link to={placeAddress(unit, last)}>
            {t('submissions.next', { quarter: formatQuarter(t, last) })}
          </Link>
        )}
      </div>
      <Way handle={handle} />
    </section>
  )
}
