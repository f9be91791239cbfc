import { useTranslation } from 'react-i18next'
import { formatDay } from '../format.ts'

/** 数据截止 and 数据集: from what the figures of a page are. */
export function Facts({ asOf, snapshot }: { asOf: string; snapshot: string }) {
  const { t } = useTranslation()
  return (
    <dl className="facts">
      <div>
        <dt>{t('heading.asOf')}</dt>
        <dd>{formatDay(t, asOf)}</dd>
      </div>
      <div>
        <dt>{t('heading.snapshot')}</dt>
        <dd>{snapshot}</dd>
      </div>
    </dl>
  )
}
