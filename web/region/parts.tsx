import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'

export interface Part {
  /** Its place in the page and the key of its name. */
  name:
    'figures' | 'siblings' | 'children' | 'top' | 'trend' | 'persons' | 'reporting' | 'inquiries'
  shown: ReactNode
}

/** The part that the address names is gone to once it is there: the browser looked for it before. */
function useNamedPart() {
  const { hash } = useLocation()
  const named = useRef(hash.slice(1))
  useEffect(() => {
    const part = document.getElementById(named.current)
    part?.focus({ preventScroll: true })
    part?.scrollIntoView({ block: 'start' })
  }, [])
}

/** The parts of a long page one after the other, and before them the way to each. */
export function Parts({ parts }: { parts: Part[] }) {
  const { t } = useTranslation()
  useNamedPart()
  return (
    <>
      <nav className="region-contents" aria-label={t('region.contents')}>
        <span aria-hidden="true">{t('region.contents')}</span>
        <ul>
          {parts.map(({ name }) => (
            <li key={name}>
              <a href={`#part-${name}`}>{t(`region.part.${name}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ name, shown }) => (
        <div key={name} id={`part-${name}`} className="region-part" tabIndex={-1}>
          {shown}
        </div>
      ))}
    </>
  )
}
