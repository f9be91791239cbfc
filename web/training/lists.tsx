import { useTranslation } from 'react-i18next'
import type { Institution } from '../api-training.ts'

export type Decision = Institution['decision']

interface ListsProps {
  lists: { decision: Decision; rows: Institution[] }[]
  chosen: Decision
  onChoose: (decision: Decision) => void
}

/** One button for each list, with how many stand on it. */
export function Lists({ lists, chosen, onChoose }: ListsProps) {
  const { t } = useTranslation()
  return (
    <div className="region-levels" role="group" aria-label={t('training.review.lists')}>
      {lists.map(({ decision, rows }) => (
        <button
          key={decision}
          type="button"
          className="button"
          aria-pressed={decision === chosen}
          onClick={() => onChoose(decision)}
        >
          {t('training.review.list', {
            name: t(`training.decision.${decision}`),
            count: rows.length,
          })}
        </button>
      ))}
    </div>
  )
}
