import { useTranslation } from 'react-i18next'
import { Failure } from '../states/failure.tsx'
import type { Draft } from './use-draft.ts'

const PASSAGES = ['problems', 'causes', 'suggestions'] as const

/** What the evaluator writes beside the figures, and how long the whole may be. */
export function TextsForm({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  const { texts, limit, set, save, saved, unsaved } = draft
  const state = unsaved ? 'unsaved' : save.isSuccess ? 'saved' : null
  return (
    <section className="panel" aria-labelledby="own-words">
      <h2 id="own-words">{t('reports.texts.title')}</h2>
      <p className="panel-sub">{t('reports.texts.words')}</p>
      <form
        className="texts-form"
        onSubmit={(event) => {
          event.preventDefault()
          void saved().catch(() => undefined)
        }}
      >
        {PASSAGES.map((passage) => (
          <label key={passage}>
            <span className="field-name">{t(`reports.texts.${passage}`)}</span>
            <textarea
              rows={4}
              lang="zh-CN"
              value={texts[passage]}
              onChange={(event) => set({ texts: { ...texts, [passage]: event.target.value } })}
            />
          </label>
        ))}
        <label>
          <span className="field-name">{t('reports.texts.limit')}</span>
          <input
            type="number"
            min={500}
            max={20_000}
            step={100}
            value={limit}
            onChange={(event) => set({ limit: event.target.valueAsNumber })}
          />
        </label>
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {t('reports.texts.save')}
        </button>
        <p className="soft" role="status">
          {state === null ? '' : t(`reports.texts.${state}`)}
        </p>
      </form>
      {save.isError && <Failure error={save.error} retry={() => save.reset()} />}
    </section>
  )
}
