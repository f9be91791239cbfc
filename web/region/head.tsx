import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { compareAddress } from '../compare/address.ts'
import { formatQuarter, pick } from '../format.ts'
import { quarterEnds } from '../overview/quarters.ts'
import { Picker } from '../picker/picker.tsx'
import { Facts } from '../shell/facts.tsx'
import { useFocusOnArrival } from '../shell/use-focus-on-arrival.ts'
import { viewAddress } from '../view.ts'
import { useAsked, type RegionPath } from './address.ts'
import type { Place } from './place.ts'

interface HeadProps {
  place: Place
  path: RegionPath
  name: string
}

function Breadcrumb({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { path, name } = place.region
  if (path.length < 2) return null
  return (
    <nav className="breadcrumb" aria-label={t('heading.breadcrumb')}>
      <ol>
        {path.slice(0, -1).map((above) => (
          <li key={above.code}>
            <Link to={place.link({ region: above.code, level: null })}>{above.name}</Link>
          </li>
        ))}
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
  )
}

/** Which region, of which day and dataset, and the ways to what else there is about it. */
export function Head({ place, path, name }: HeadProps) {
  const { t } = useTranslation()
  const { region, snapshot, asOf } = place
  const heading = useFocusOnArrival(region.code)
  useEffect(() => {
    document.title = `${region.name} · ${name} · ${t('product.name')}`
  }, [region.name, name, t])
  return (
    <div className="top">
      <div className="heading">
        <Breadcrumb place={place} />
        <h1 ref={heading} tabIndex={-1}>
          {path === '/region' ? region.name : t('region.of', { region: region.name, name })}
        </h1>
        <Facts asOf={asOf} snapshot={snapshot.id} region={region} dated />
      </div>
      <Controls place={place} path={path} />
    </div>
  )
}

const ABOUT = ['/region', '/training', '/services', '/levy'] as const

function Controls({ place, path }: Omit<HeadProps, 'name'>) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { region, snapshot, asOf, plan, plans } = place
  const choosesPlan = path === '/region' || path === '/evidence' || path === '/difference'
  const starts = choosesPlan ? [plan.startsOn] : plans.map(({ startsOn }) => startsOn)
  const [first = plan.startsOn] = starts.sort()
  const asked = useAsked()
  const view = {
    ...{ plan: plan.plan, region: region.code, indicator: place.indicator.code },
    ...{ asOf: asked.asOf, snapshot: asked.snapshot },
  }
  return (
    <div className="region-controls" role="group" aria-label={t('controls.label')}>
      {choosesPlan && (
        <Picker
          label={t('region.plan')}
          value={plan.plan}
          options={plans.map((one) => ({ value: one.plan, words: pick(i18n.language, one.name) }))}
          onChange={(code) => void navigate(place.link({ plan: code, indicator: null }))}
        />
      )}
      <Picker
        label={t('controls.asOf')}
        value={asOf}
        options={quarterEnds(first, snapshot.asOf).map(({ day, quarter }) => ({
          value: day,
          words: formatQuarter(t, quarter),
        }))}
        onChange={(day) => void navigate(place.link({ asOf: day === snapshot.asOf ? null : day }))}
      />
      <Link className="button" to={viewAddress(view)}>
        {t('region.overview')}
      </Link>
      {ABOUT.filter((other) => other !== path).map((other) => (
        <Link
          key={other}
          className="button"
          to={place.link({ indicator: null, level: null, by: null, persons: null }, other)}
        >
          {t(`navigation.${other.slice(1)}`)}
        </Link>
      ))}
      <Link
        className="button"
        to={compareAddress({ ...asked, plan: plan.plan, regions: [region.code] })}
      >
        {t('region.compare')}
      </Link>
    </div>
  )
}
