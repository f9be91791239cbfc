import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

/** The first heading of a page that shows no figures: it names the window and takes the focus on arrival. */
export function PageName({ name }: { name: string }) {
  const { t } = useTranslation()
  const heading = useFocusOnArrival(name)
  useEffect(() => {
    document.title = `${name} · ${t('product.name')}`
  }, [name, t])
  return (
    <h1 ref={heading} className="page-name" tabIndex={-1}>
      {name}
    </h1>
  )
}
