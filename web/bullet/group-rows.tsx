import { useTranslation } from 'react-i18next'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import type { Group } from './bullet-groups.ts'
import { BulletRow } from './bullet-row.tsx'
import type { Recent } from './use-recent.ts'

interface GroupRowsProps {
  scene: Scene
  group: Group
  recent: Recent | undefined
}

/** The lines of one of the document's own headings. */
export function GroupRows({ scene, group, recent }: GroupRowsProps) {
  const { i18n } = useTranslation()
  return (
    <div className="bullet-group">
      <h3>{pick(i18n.language, group.name)}</h3>
      <ul>
        {group.lines.map((line) => (
          <BulletRow
            key={line.indicator.code}
            {...line}
            recent={recent?.get(line.indicator.code)}
            chosen={line.indicator.code === scene.indicator.code}
            address={scene.link({ indicator: line.indicator.code })}
          />
        ))}
      </ul>
    </div>
  )
}
