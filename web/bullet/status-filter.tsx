import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Status } from '../api.ts'
import { isBeside } from '../detail/beside.ts'
import type { Scene } from '../overview/scene.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { filterKey, type Line } from './bullet-groups.ts'

const ORDER: readonly (Status | 'none')[] = [
  'overdue',
  'behind',
  'watch',
  'on_pace',
  'met',
  'no_data',
  'none',
]

interface ChipProps {
  name: Status | 'none' | 'all'
  count: number
  pressed: boolean
  onPress: () => void
}

function Chip({ name, count, pressed, onPress }: ChipProps) {
  const { t } = useTranslation()
  const judged = name !== 'none' && name !== 'all'
  const look = judged ? statusClass(name) : 'chip-plain'
  return (
    <button type="button" className={`chip ${look}`} aria-pressed={pressed} onClick={onPress}>
      {judged && <StatusIcon status={name} />}
      {t(`filter.${name}`)} <b>{count}</b>
    </button>
  )
}

/** What is looked at is one of the lines left; where the details lie out of sight, it stays. */
function chosenAmong(scene: Scene, lines: Line[], keys: string[]): string {
  const left = lines.filter(({ row }) => keys.includes(filterKey(row)))
  const chosen = scene.indicator.code
  const kept = left.length === 0 || left.some(({ indicator }) => indicator.code === chosen)
  return kept || !isBeside() ? chosen : (left[0]?.indicator.code ?? chosen)
}

/** How many lines have each status; pressing one narrows the list to it, and the address keeps that. */
export function StatusFilter({ scene, lines }: { scene: Scene; lines: Line[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { filter } = scene
  const show = (keys: string[]) => {
    const status = keys.length === 0 ? null : keys.join('.')
    const indicator = chosenAmong(scene, lines, keys)
    void navigate(scene.link({ status, indicator }))
  }
  const turn = (key: string) =>
    show(filter.includes(key) ? filter.filter((kept) => kept !== key) : [...filter, key])
  const counted = ORDER.map((key) => ({
    key,
    count: lines.filter(({ row }) => filterKey(row) === key).length,
  }))
  const present = counted.filter(({ key, count }) => count > 0 || filter.includes(key))
  if (present.length < 2 && filter.length === 0) return null
  return (
    <div className="chips" role="group" aria-label={t('filter.label')}>
      <Chip
        name="all"
        count={lines.length}
        pressed={filter.length === 0}
        onPress={() => show([])}
      />
      {present.map(({ key, count }) => (
        <Chip
          key={key}
          name={key}
          count={count}
          pressed={filter.includes(key)}
          onPress={() => turn(key)}
        />
      ))}
    </div>
  )
}
