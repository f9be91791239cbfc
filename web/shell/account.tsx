import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signOut, type Snapshot } from '../api.ts'
import { regionQuery, sessionKey, type SessionState } from '../queries.ts'
import { useSession } from './session.ts'

/** The role with the name of the region it holds for, once that is known. */
function useRole(snapshot: Snapshot | null): string {
  const { t, i18n } = useTranslation()
  const { role, region } = useSession()
  const place = useQuery({
    ...regionQuery({ region, asOf: snapshot?.asOf ?? '', snapshot: snapshot?.id ?? '' }),
    enabled: snapshot !== null && role !== 'respondent',
  })
  const name = i18n.exists(`role.${role}`) ? t(`role.${role}`) : role
  return place.data === undefined ? name : t('role.of', { role: name, region: place.data.name })
}

export function Account({ snapshot }: { snapshot: Snapshot | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const role = useRole(snapshot)
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: () => {
      client.clear()
      client.setQueryData<SessionState>(sessionKey, { session: null, expired: false, fresh: false })
      window.location.assign('/')
    },
  })
  return (
    <div className="account">
      <p className="account-who">
        <span className="account-role">{role}</span>
        <span className="account-user">{session.user}</span>
      </p>
      <button type="button" className="header-button" onClick={() => leave.mutate()}>
        {t('shell.signOut')}
      </button>
    </div>
  )
}
