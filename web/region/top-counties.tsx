import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { GapLine } from '../api-region.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { formatNumber, formatQuarter, formatRate, formatValue, pick } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { Sound } from '../sound/sound.tsx'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { Terms } from '../term/terms.tsx'
import { everReached } from './ever-reached.ts'
import { questionOf, type Place } from './place.ts'
import { gapQuery } from './queries.ts'
import { amountUnit, topSheet } from './top-sheet.ts'

const SHOWN = 10

/** The ten counties that make up most of the gap, what each would need, and whether it ever did that. */
export function TopCounties({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { plan, indicator, region } = place
  const reaches = indicator.levels.includes('county')
  const ask = { ...questionOf(place), indicator: indicator.code, level: 'county' }
  const gap = useQuery({ ...gapQuery(ask), enabled: reaches })
  return (
    <section className="panel region-section" aria-labelledby="top">
      <div className="panel-head">
        <h2 id="top">{t('region.top.title', { name: region.name })}</h2>
        <Picker
          label={t('region.top.indicator')}
          value={indicator.code}
          options={plan.indicators.map((one) => ({
            value: one.code,
            words: pick(i18n.language, one.name),
          }))}
          onChange={(code) => void navigate(place.link({ indicator: code }))}
        />
      </div>
      {!reaches && <p>{t('region.top.notCounties')}</p>}
      {reaches && (
        <Await query={gap} lines={10}>
          {({ lines, totals }) => {
            const short = lines.filter(({ kind, shortfall }) => kind === 'region' && shortfall > 0)
            if (totals.gross === 0) return <p>{t('region.top.none')}</p>
            if (short.length === 0) return <Empty what="units" />
            return <TopTable place={place} short={short} />
          }}
        </Await>
      )}
    </section>
  )
}

function TopTable({ place, short }: { place: Place; short: GapLine[] }) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const amount = useAmount(place)
  const name = pick(i18n.language, place.indicator.name)
  const caption = t('region.top.caption', { name, region: place.region.name })
  const lines = short.slice(0, SHOWN)
  const share = lines.at(-1)?.cumulativeShare ?? null
  return (
    <>
      <div className="region-tools">
        <Download
          name={t('region.top.title', { name: place.region.name })}
          sheet={() => topSheet(t, short, place.indicator, { title: caption, facts: facts(place) })}
        />
        <Terms of={['share', 'needed']} />
      </div>
      <p>
        {share !== null &&
          t('region.top.sentence', { count: lines.length, share: formatRate(share), name })}
      </p>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('region.top.scroll')}>
        <table>
          <caption className="visually-hidden">
            {t('download.withUnit', { name: caption, unit: amountUnit(t, place.indicator.unit) })}
          </caption>
          <thead>
            <tr>
              {['region', 'short', 'share', 'needed', 'best', 'ever'].map((column) => (
                <th key={column} scope="col">
                  {t(`region.top.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <TopRow key={line.region} place={place} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      <Sound
        name={caption}
        points={lines.map(({ shortfall }) => ({ value: shortfall, expected: null, target: null }))}
        words={lines.map(
          ({ regionName, shortfall }) => `${regionName}${t('list.colon')}${amount(shortfall)}`,
        )}
      />
    </>
  )
}

/** Amounts of the ledger are what the numerator counts, of a ratio too. */
function useAmount(place: Place): (value: number) => string {
  const { t, i18n } = useTranslation()
  const { unit } = place.indicator
  return (value) =>
    unit === 'percent'
      ? formatNumber(i18n.language, value)
      : formatValue(t, i18n.language, unit, value)
}

function TopRow({ place, line }: { place: Place; line: GapLine }) {
  const { t } = useTranslation()
  const amount = useAmount(place)
  const { neededPerQuarter: needed, bestQuarter: best } = line
  return (
    <tr>
      <th scope="row">
        <Link to={place.link({ region: line.region, level: null })}>{line.regionName}</Link>
      </th>
      <td>{amount(line.shortfall)}</td>
      <td>{line.share === null ? t('missing.not_applicable') : formatRate(line.share)}</td>
      <td>{needed === null ? t('region.top.afterDeadline') : amount(needed)}</td>
      <td>
        {best === null
          ? t('region.top.noBest')
          : t('region.top.best', {
              value: amount(best.value),
              quarter: formatQuarter(t, best.quarter),
            })}
      </td>
      <td>{t(`region.top.ever.${everReached(line)}`)}</td>
    </tr>
  )
}
