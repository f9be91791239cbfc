import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format.ts'

interface PagerProps {
  page: number
  pageRows: number
  total: number
  onPage: (page: number) => void
}

/** 第 1–20 条，共 64 条: which rows are shown of how many. */
export function shownWords(
  t: TFunction,
  language: string,
  { page, pageRows, total }: Omit<PagerProps, 'onPage'>,
): string {
  const number = (value: number) => formatNumber(language, value)
  return t('pager.shown', {
    first: number(Math.min((page - 1) * pageRows + 1, total)),
    last: number(Math.min(page * pageRows, total)),
    total: number(total),
  })
}

/** Which rows are shown of how many, and the ways to those before and after. */
export function Pager({ page, pageRows, total, onPage }: PagerProps) {
  const { t, i18n } = useTranslation()
  const last = Math.max(1, Math.ceil(total / pageRows))
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <p>{shownWords(t, i18n.language, { page, pageRows, total })}</p>
      {last > 1 && (
        <>
          <button
            type="button"
            className="button"
            aria-disabled={page === 1}
            onClick={() => onPage(Math.max(1, page - 1))}
          >
            {t('pager.before')}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={page === last}
            onClick={() => onPage(Math.min(last, page + 1))}
          >
            {t('pager.after')}
          </button>
        </>
      )}
    </nav>
  )
}
