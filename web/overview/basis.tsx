import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import { pick } from '../format.ts'
import { MixedWords } from '../mixed-words.tsx'

/** The document's own words and our rule of counting, beside the number they stand behind. */
export function Basis({ indicator }: { indicator: Indicator }) {
  const { t, i18n } = useTranslation()
  const { clause, definition, interpretation, name } = indicator
  return (
    <section className="basis panel" aria-labelledby="basis">
      <h2 id="basis">{t('basis.title', { name: pick(i18n.language, name) })}</h2>
      <blockquote lang="zh-CN">
        <p>{clause.quote}</p>
        <footer>{t('basis.place', { place: clause.place })}</footer>
      </blockquote>
      <p>
        <MixedWords words={pick(i18n.language, definition)} />
      </p>
      {interpretation !== null && (
        <p className="basis-ours">
          <strong>{t('flag.interpretation')}</strong>{' '}
          <MixedWords words={pick(i18n.language, interpretation)} />
        </p>
      )}
    </section>
  )
}
