import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Facts } from './facts.tsx'

interface PageHeadProps {
  name: string
  /** What stands after the name, smaller. */
  sub?: string
  calendar: { snapshot: string; asOf: string; dated?: boolean }
  /** The way back, above the name. */
  above?: ReactNode
  children?: ReactNode
}

/** The focus goes to the page's name when it was come to from within, not when it is opened anew. */
function useFocusOnArrival(name: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useLocation().key === 'default'
  useEffect(() => {
    if (!opened) heading.current?.focus()
  }, [name, opened])
  return heading
}

export function PageHead({ name, sub, calendar, above, children }: PageHeadProps) {
  const { t } = useTranslation()
  const heading = useFocusOnArrival(`${name} ${sub ?? ''}`)
  useEffect(() => {
    document.title = `${name} · ${t('product.name')}`
  }, [name, t])
  return (
    <div className="top">
      <div className="heading">
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {name}
          {sub !== undefined && <span className="heading-plan">{sub}</span>}
        </h1>
        <Facts {...calendar} />
      </div>
      {children}
    </div>
  )
}
