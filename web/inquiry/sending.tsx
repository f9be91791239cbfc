import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'

/** Why what was sent was not taken, in the server's words, said at once. */
export function Refusal({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  if (error === null) return null
  const said = error instanceof ApiError ? error.message : ''
  return (
    <p className="inquiry-refusal" role="alert" {...(said === '' ? {} : { lang: 'zh-CN' })}>
      {said === '' ? t('inquiry.notSent') : said}
    </p>
  )
}
