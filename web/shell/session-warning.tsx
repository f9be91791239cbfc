import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { extendSession } from '../api.ts'
import { DialogBox } from '../dialog/dialog.tsx'
import { sessionKey, type SessionState } from '../queries.ts'
import { useSession } from './session.ts'

const MINUTE_MS = 60_000
const WARNED_MS = 5 * MINUTE_MS

/** Minutes until the session ends, from five before on; null earlier. */
function useMinutesLeft(endsAt: number): number | null {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const wait = Math.max(0, endsAt - WARNED_MS - Date.now())
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [endsAt])
  const left = endsAt - now
  return left > WARNED_MS ? null : Math.max(1, Math.floor(left / MINUTE_MS))
}

/** What it ended with: `last` when even now no more than those five minutes are left. */
function useExtension() {
  const client = useQueryClient()
  const [last, setLast] = useState(false)
  const extension = useMutation({
    mutationFn: extendSession,
    onSuccess: (session) => {
      setLast(session.endsAt - Date.now() <= WARNED_MS)
      client.setQueryData<SessionState>(sessionKey, { session, expired: false, fresh: false })
    },
  })
  return { ...extension, last }
}

/** Says five minutes ahead that the session ends, and lets one key extend it (WCAG 2.2.1). */
export function SessionWarning() {
  const { t } = useTranslation()
  const { endsAt } = useSession()
  const minutes = useMinutesLeft(endsAt)
  const [closed, setClosed] = useState(0)
  const { mutate, isPending, isError, last } = useExtension()
  return (
    <DialogBox
      title={t('session.title')}
      role="alertdialog"
      isOpen={minutes !== null && (closed !== endsAt || isPending)}
      onClose={() => setClosed(endsAt)}
    >
      <p>{t(last ? 'session.last' : 'session.words', { minutes })}</p>
      {isError && <p role="alert">{t('session.failed')}</p>}
      <div className="dialog-actions">
        {!last && (
          <Button
            autoFocus
            className="button button-primary"
            isPending={isPending}
            onPress={() => mutate()}
          >
            {t('session.stay')}
          </Button>
        )}
        <Button slot="close" className="button">
          {t('session.close')}
        </Button>
      </div>
    </DialogBox>
  )
}
