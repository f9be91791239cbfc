import { useTranslation } from 'react-i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { BulletRow } from './bullet-row.tsx'
import { Legend } from './legend.tsx'
import './bullet.css'

interface Group {
  name: Indicator['group']
  indicators: Indicator[]
}

/** The indicators under the document's own headings, in its order. */
function groupIndicators(indicators: Indicator[]): Group[] {
  const groups = new Map<string, Group>()
  for (const indicator of indicators) {
    const group = groups.get(indicator.group.zh) ?? { name: indicator.group, indicators: [] }
    group.indicators.push(indicator)
    groups.set(indicator.group.zh, group)
  }
  return [...groups.values()]
}

export function BulletList({ scene, rows }: { scene: Scene; rows: ProgressRow[] }) {
  const { t, i18n } = useTranslation()
  const found = new Map(rows.map((row) => [row.indicator, row]))
  return (
    <section className="bullets panel" aria-labelledby="bullets">
      <div className="panel-head">
        <h2 id="bullets">{t('bullet.title')}</h2>
        <Legend />
      </div>
      {groupIndicators(scene.plan.indicators).map((group) => (
        <div key={group.name.zh} className="bullet-group">
          <h3>{pick(i18n.language, group.name)}</h3>
          <ul>
            {group.indicators.map((indicator) => {
              const row = found.get(indicator.code)
              return row === undefined ? null : (
                <BulletRow
                  key={indicator.code}
                  row={row}
                  indicator={indicator}
                  chosen={indicator.code === scene.indicator.code}
                  address={scene.link({ indicator: indicator.code })}
                />
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
