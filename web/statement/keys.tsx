import { useTranslation } from 'react-i18next'

const KEYS = ['tab', 'sections', 'enter', 'arrows', 'homeEnd', 'escape', 'search', 'help'] as const

/** Every key that the pages know, and what it does. */
export function Keys() {
  const { t } = useTranslation()
  return (
    <table className="keys">
      <caption className="visually-hidden">{t('statement.keysCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statement.keysColumn.key')}</th>
          <th scope="col">{t('statement.keysColumn.does')}</th>
        </tr>
      </thead>
      <tbody>
        {KEYS.map((key) => {
          const [name, does] = t(`statement.key.${key}`, { returnObjects: true }) as string[]
          return (
            <tr key={key}>
              <th scope="row">
                <kbd>{name}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
