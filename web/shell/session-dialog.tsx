import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { extendSession } from '../api.ts'
import { DialogBox } from '../dialog/dialog.tsx'
import { sessionKey, type SessionState } from '../queries.ts'
import { useSession } from './session.ts'
import { WARNED_MS } from './session-warned.ts'

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

/** The session ends soon: one key extends it (WCAG 2.2.1). Closed while there is time, minutes null. */
export function SessionDialog({ minutes }: { minutes: number | null }) {
  const { t } = useTranslation()
  const { endsAt } = useSession()
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
