import { useEffect, type ComponentProps, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MixedWords } from '../mixed-words.tsx'
import { Facts } from './facts.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

interface PageHeadProps {
  name: string
  /** What stands after the name, smaller. */
  sub?: string
  calendar: ComponentProps<typeof Facts>
  /** The way back, above the name. */
  above?: ReactNode
  children?: ReactNode
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
          <MixedWords words={name} />
          {sub !== undefined && <span className="heading-plan">{sub}</span>}
        </h1>
        <Facts {...calendar} />
      </div>
      {children}
    </div>
  )
}
