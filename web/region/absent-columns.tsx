import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import { pick } from '../format.ts'

/** The indicators that apply to none of the regions beside one another: how many, and on demand which. */
export function AbsentColumns({ indicators }: { indicators: Indicator[] }) {
  const { t, i18n } = useTranslation()
  if (indicators.length === 0) return null
  return (
    <details className="region-absent">
      <summary>{t('region.absent', { count: indicators.length })}</summary>
      <p className="soft">
        {indicators.map(({ name }) => pick(i18n.language, name)).join(t('list.comma'))}
      </p>
    </details>
  )
}
