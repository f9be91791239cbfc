import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api.ts'
import type { Upload as Sent } from '../../api-submissions.ts'
import { formatQuarter } from '../../format.ts'
import { placeAddress } from '../address.ts'
import type { About } from '../sheets.ts'
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

function Actions({ upload, handle }: { upload: Sent; handle: Handle }) {
  const { t } = useTranslation()
  const checked = upload.state === 'checked'
  return (
    <div className="upload-actions">
      {checked && upload.result?.fate === 'accepted' && (
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
        {t(checked ? 'upload.leave' : 'upload.another')}
      </button>
    </div>
  )
}

interface StageProps {
  handle: Handle
  about: (title: string) => About
}

function Settled({ upload, handle, about }: StageProps & { upload: Sent }) {
  const { t } = useTranslation()
  const { state, result } = upload
  return (
    <>
      {state === 'checked' && result !== null && <Outcome result={result} about={about} />}
      {state === 'loaded' && <p className="upload-done">{t('upload.loaded')}</p>}
      {state === 'failed' && <p className="upload-wrong">{t('upload.failed')}</p>}
      <Actions upload={upload} handle={handle} />
    </>
  )
}

function UnderWay({ handle }: { handle: Handle }) {
  const { t } = useTranslation()
  return (
    <>
      <UploadProgress upload={handle.upload} sent={handle.sent} />
      {handle.upload === null && (
        <button type="button" className="button" onClick={handle.leave}>
          {t('upload.stop')}
        </button>
      )}
    </>
  )
}

/** The way out where the upload has been lost sight of. */
function Again({ handle }: { handle: Handle }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="button" onClick={handle.leave}>
      {t('upload.another')}
    </button>
  )
}

type Stage = 'choosing' | Sent['state']

function stageOf({ upload, check, id }: Handle): Stage {
  if (upload !== null) return upload.state
  return check.isPending || id !== null ? 'checking' : 'choosing'
}

/** Each stage comes into view and is read out: the focus goes to it, but not to the first. */
function useFocusOnStage(stage: Stage) {
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== stage) top.current?.focus()
    before.current = stage
  }, [stage])
  return top
}

function Way({ handle, about }: StageProps) {
  const { upload, check, error } = handle
  const stage = stageOf(handle)
  const top = useFocusOnStage(stage)
  const moving = stage === 'checking' || stage === 'loading'
  return (
    <div className="upload-stage" ref={top} tabIndex={-1}>
      {error !== null && <Fault error={error} />}
      {moving && (error === null ? <UnderWay handle={handle} /> : <Again handle={handle} />)}
      {!moving && upload !== null && <Settled upload={upload} handle={handle} about={about} />}
      {stage === 'choosing' && <ChooseFile onChosen={(choice) => check.mutate(choice)} />}
    </div>
  )
}

interface UploadProps {
  unit: string
  about: StageProps['about']
  quarter: string
  /** The last quarter that files may be sent for. */
  last: string
  /** No unit has sent anything for this quarter yet. */
  first: boolean
}

/** Sends a file of the unit: first it is shown what would become of it, and only then it is sent. */
export function UploadSection({ unit, about, quarter, last, first }: UploadProps) {
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
      {first && <p className="upload-first">{t('upload.first')}</p>}
      <Way handle={handle} about={about} />
    </section>
  )
}
