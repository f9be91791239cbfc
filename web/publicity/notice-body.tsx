import { useTranslation } from 'react-i18next'
import type { Notice } from '../api-notices.ts'
import { formatDay, formatNumber, formatValue } from '../format.ts'

type Count = Notice['placed']

/** A notice as the public reads it: basis, list, dates, where to object. */
export function NoticeBody({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation()
  const yuan = (value: number | null) =>
    value === null ? t('missing.no_data') : formatValue(t, i18n.language, 'yuan', value)
  const persons = ({ count, hidden }: Count) => {
    if (hidden) return t('notices.hidden')
    return count === null ? t('missing.no_data') : formatNumber(i18n.language, count)
  }
  return (
    <article className="notice-body panel">
      {notice.ratio !== null && (
        <p className="notice-demo">{t('notices.demo', { ratio: notice.ratio })}</p>
      )}
      <h2>{t('notices.basis')}</h2>
      <blockquote lang="zh-CN">
        {notice.basis.quote}
        <footer>
          {notice.basis.document} {notice.basis.place}
        </footer>
      </blockquote>
      <h2>{t('notices.period')}</h2>
      <p>
        {t('notices.days', {
          days: notice.days.map((day) => formatDay(t, day)).join(t('notices.comma')),
        })}
      </p>
      <h2>{t('notices.money')}</h2>
      <table>
        <caption>{t('notices.moneyTable', { year: notice.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notices.item')}</th>
            <th scope="col">{t('notices.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('notices.income')}</th>
            <td>{yuan(notice.income)}</td>
          </tr>
          <tr>
            <th scope="row">{t('notices.spending')}</th>
            <td>{yuan(notice.spending)}</td>
          </tr>
          {notice.items.map(({ item, amount }) => (
            <tr key={item}>
              <th scope="row" lang="zh-CN">
                {t('notices.of', { item })}
              </th>
              <td>{yuan(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('notices.placed')}</h2>
      <p>{t('notices.placedTotal', { count: persons(notice.placed) })}</p>
      {notice.regions.length === 0 ? (
        <p>{t('notices.noRegions')}</p>
      ) : (
        <table>
          <caption>{t('notices.placedTable', { year: notice.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('notices.region')}</th>
              <th scope="col">{t('notices.persons')}</th>
            </tr>
          </thead>
          <tbody>
            {notice.regions.map(({ code, name, ...count }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{persons(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft">{t('notices.hiddenWords')}</p>
      <h2>{t('notices.objections')}</h2>
      <p lang="zh-CN">{notice.objections}</p>
      <p className="soft">
        {t('notices.source', { snapshot: notice.snapshot, rules: notice.ruleVersion })}
      </p>
    </article>
  )
}
