import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { formatDay, formatQuarter, pick } from '../format.ts'
import { quarterEnds } from '../overview/quarters.ts'
import { Picker } from '../picker/picker.tsx'
import { useSession } from '../shell/session.ts'
import { NoPermission } from '../states/no-permission.tsx'
import { viewAddress } from '../view.ts'
import { Figures } from './figures.tsx'
import { LevelSwitch } from './level-switch.tsx'
import { MatrixPanel } from './matrix.tsx'
import { RegionInquiries } from './open-inquiries.tsx'
import type { Place } from './place.ts'
import { Reporting } from './reporting.tsx'
import { TopCounties } from './top-counties.tsx'

export function RegionPage({ place, level }: { place: Place; level: string | null }) {
  const { t } = useTranslation()
  const { region: home } = useSession()
  const { region } = place
  if (region.access === 'refused') {
    const way = (
      <Link className="button button-primary" to={place.link({ region: home, level: null })}>
        {t('refusal.goHome')}
      </Link>
    )
    return (
      <>
        <Head place={place} />
        <NoPermission name={region.name} home={way} />
      </>
    )
  }
  return (
    <>
      <Head place={place} />
      {region.level === 'province' && <Figures place={place} />}
      <Siblings place={place} />
      <Children place={place} level={level} />
      {(region.level === 'prefecture' || region.level === 'county') && <Figures place={place} />}
      {region.childLevel !== null && <TopCounties place={place} />}
      <Reporting place={place} />
      {region.level !== 'nation' && <RegionInquiries place={place} />}
    </>
  )
}

/** While one drills, the region's siblings stay beside it; below a province one's own only. */
function Siblings({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { region } = place
  const parent = region.path.at(-2)
  if (parent === undefined || region.level === 'province' || region.level === 'nation') return null
  return (
    <MatrixPanel
      place={place}
      title={t('region.siblings', { name: region.name, parent: parent.name })}
      under={{ region: parent.code, level: region.level }}
      chosen={region.code}
    />
  )
}

function Children({ place, level }: { place: Place; level: string | null }) {
  const { t } = useTranslation()
  const { childLevel, code, name } = place.region
  if (childLevel === null) return null
  const shown = level === 'county' ? 'county' : childLevel
  return (
    <>
      {childLevel !== 'county' && <LevelSwitch place={place} shown={shown} />}
      <MatrixPanel
        place={place}
        title={t(`region.children.${shown}`, { name })}
        under={{ region: code, level: shown }}
        chosen={null}
      />
    </>
  )
}

/** The focus goes to the region's name when it was come to from within the page. */
function useFocusOnArrival(code: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useLocation().key === 'default'
  useEffect(() => {
    if (!opened) heading.current?.focus()
  }, [code, opened])
  return heading
}

function Head({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const { region, snapshot, asOf, plan, plans } = place
  const heading = useFocusOnArrival(region.code)
  const navigate = useNavigate()
  useEffect(() => {
    document.title = `${region.name} · ${t('region.title')} · ${t('product.name')}`
  }, [region.name, t])
  const view = { plan: plan.plan, region: region.code, indicator: place.indicator.code, asOf: null }
  return (
    <div className="top">
      <div className="heading">
        {region.path.length > 1 && (
          <nav className="breadcrumb" aria-label={t('heading.breadcrumb')}>
            <ol>
              {region.path.slice(0, -1).map(({ code, name }) => (
                <li key={code}>
                  <Link to={place.link({ region: code, level: null })}>{name}</Link>
                </li>
              ))}
              <li aria-current="page">{region.name}</li>
            </ol>
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {region.name}
        </h1>
        <dl className="facts">
          <div>
            <dt>{t('heading.asOf')}</dt>
            <dd>{formatDay(t, asOf)}</dd>
          </div>
          <div>
            <dt>{t('heading.snapshot')}</dt>
            <dd>{snapshot.id}</dd>
          </div>
        </dl>
      </div>
      <div className="region-controls" role="group" aria-label={t('controls.label')}>
        <Picker
          label={t('region.plan')}
          value={plan.plan}
          options={plans.map((one) => ({ value: one.plan, words: pick(i18n.language, one.name) }))}
          onChange={(code) => void navigate(place.link({ plan: code, indicator: null }))}
        />
        <Picker
          label={t('controls.asOf')}
          value={asOf}
          options={quarterEnds(plan.startsOn, snapshot.asOf).map(({ day, quarter }) => ({
            value: day,
            words: formatQuarter(t, quarter),
          }))}
          onChange={(day) =>
            void navigate(place.link({ asOf: day === snapshot.asOf ? null : day }))
          }
        />
        <Link className="button" to={viewAddress(view)}>
          {t('region.overview')}
        </Link>
        <Link
          className="button"
          to={`/compare?${new URLSearchParams({ regions: region.code }).toString()}`}
        >
          {t('region.compare')}
        </Link>
      </div>
    </div>
  )
}
