import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A page that is not there yet: nothing but the product's name and the state itself. */
export function Bare({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main className="bare">
      <h1>{t('product.name')}</h1>
      {children}
    </main>
  )
}
