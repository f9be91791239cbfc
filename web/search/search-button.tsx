import { useTranslation } from 'react-i18next'
import { useOpenSearch } from './opening.ts'

export function SearchButton() {
  const { t } = useTranslation()
  const open = useOpenSearch()
  if (open === null) return null
  return (
    <button
      type="button"
      className="header-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={open}
    >
      {t('search.open')} <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  )
}
