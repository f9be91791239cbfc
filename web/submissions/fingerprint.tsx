import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const SHORT = 8

/** A file's SHA-256: its first characters, the whole of it on demand. */
export function Fingerprint({ of: sha256, name }: { of: string; name: string }) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  if (sha256 === '') return <span className="soft">–</span>
  return (
    <button
      type="button"
      className="fingerprint"
      aria-expanded={whole}
      aria-label={t('submissions.sha', { name, value: whole ? sha256 : sha256.slice(0, SHORT) })}
      onClick={() => setWhole(!whole)}
    >
      {whole ? sha256 : `${sha256.slice(0, SHORT)}…`}
    </button>
  )
}
