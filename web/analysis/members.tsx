import { useTranslation } from 'react-i18next'
import type { Member } from '../api-metrics.ts'
import { pick } from '../format.ts'
import { shortName } from './cube-query.ts'

interface MembersProps {
  what: 'measures' | 'dimensions'
  members: Member[]
  chosen: string[]
  onChange: (names: string[]) => void
}

/** Which measures or dimensions are asked for, each with what it counts. */
export function Members({ what, members, chosen, onChange }: MembersProps) {
  const { t, i18n } = useTranslation()
  const toggled = (name: string) =>
    chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
  return (
    <fieldset className="analysis-members">
      <legend>{t(`analysis.${what}`)}</legend>
      {members.map(({ name, shortTitle, meta }) => {
        const short = shortName(name)
        return (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(short)}
              onChange={() => onChange(toggled(short))}
            />
            <span>{pick(i18n.language, { zh: shortTitle, en: meta?.en ?? shortTitle })}</span>
          </label>
        )
      })}
      <Meanings members={members} />
    </fieldset>
  )
}

/** What each counts, for whoever opens it: nobody needs a pointer to hover for it. */
function Meanings({ members }: { members: Member[] }) {
  const { t } = useTranslation()
  const told = members.filter(({ description }) => description !== undefined)
  if (told.length === 0) return null
  return (
    <details>
      <summary>{t('analysis.meanings')}</summary>
      <dl className="analysis-meanings" lang="zh-CN">
        {told.map(({ name, shortTitle, description }) => (
          <div key={name}>
            <dt>{shortTitle}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
