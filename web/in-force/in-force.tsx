import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import './in-force.css'

/** One filter that is in force. */
export interface Filter {
  key: string
  words: string
  /** The address of what is looked at without it. */
  without: string
}

interface InForceProps {
  label: string
  filters: Filter[]
  /** The address without any of them. */
  withoutAll: string
  /** What is said while there are none. */
  none: string
}

/** The filters in force: pressing one takes it away, and the focus stays among the others. */
export function InForce({ label, filters, withoutAll, none }: InForceProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const removeAll = { key: 'all', words: t('inForce.removeAll'), without: withoutAll }
  const chips = filters.length > 1 ? [...filters, removeAll] : filters
  return (
    <div ref={box} className="in-force" role="group" aria-label={label} tabIndex={-1}>
      {filters.length === 0 && <p className="soft">{none}</p>}
      {filters.length > 0 && (
        <ul>
          {chips.map((chip) => (
            <li key={chip.key}>
              <Link
                className="in-force-chip"
                to={chip.without}
                aria-label={
                  chip === removeAll ? chip.words : t('inForce.remove', { filter: chip.words })
                }
                onClick={() => box.current?.focus()}
              >
                {chip.words} <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
