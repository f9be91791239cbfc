import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import type { Rank, Scoreboard } from '../api-region.ts'
import { AbsentList } from '../bullet/absent-list.tsx'
import { linesOf, splitLines, type Line } from '../bullet/bullet-groups.ts'
import { actualWords, daysWords, targetWords } from '../bullet/bullet-words.ts'
import { linesSheet } from '../bullet/lines-sheet.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { evidenceAddress } from '../evidence/address.ts'
import { formatCompletion, pick } from '../format.ts'
import { askAddress } from '../inquiry/address.ts'
import { Picker } from '../picker/picker.tsx'
import { progressQuery } from '../queries.ts'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { StatusBadge } from '../status/status-badge.tsx'
import { Terms } from '../term/terms.tsx'
import { isAnswerable, questionOf, sceneOf, type Place } from './place.ts'
import { scoreboardQuery } from './queries.ts'
import { rankColumns } from './rank-columns.ts'
import { rankWords } from './rank-words.ts'
import { useAnnouncePeers } from './use-announce-peers.ts'

/** Every indicator of the region; of a province with its place among all units and its peers. */
export function Figures({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { region } = place
  const ask = questionOf(place)
  const isProvince = region.level === 'province'
  const own = useQuery(progressQuery({ ...ask, level: 'self' }))
  const navigate = useNavigate()
  const ranks = useQuery({
    ...scoreboardQuery({ ...ask, group: place.peers }),
    enabled: isProvince,
  })
  useAnnouncePeers(ranks, place.plan.indicators)
  const { groups = [], group = null } = ranks.data ?? {}
  return (
    <section className="panel region-section" aria-labelledby="figures">
      <div className="panel-head">
        <h2 id="figures">{t('region.figures.title', { name: region.name })}</h2>
        {group !== null && (
          <Picker
            label={t('region.figures.peers')}
            value={group}
            options={groups.map((one) => ({ value: one, words: t(`region.group.${one}`, one) }))}
            onChange={(peers) => void navigate(place.link({ peers }))}
          />
        )}
      </div>
      <Await query={own} lines={12}>
        {({ rows }) => (
          <Lines
            place={place}
            lines={linesOf(place.plan.indicators, rows)}
            scoreboard={isProvince ? ranks.data : undefined}
          />
        )}
      </Await>
      {isProvince && <p className="soft">{t('region.figures.interval')}</p>}
    </section>
  )
}

interface LinesProps {
  place: Place
  lines: Line[]
  scoreboard: Scoreboard | undefined
}

/** What the region has as a table and as a file; what it does not have in a list of reasons. */
function Lines({ place, lines, scoreboard }: LinesProps) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const { shown, absent } = splitLines(lines)
  const title = t('region.figures.title', { name: place.region.name })
  const sheet = () =>
    linesSheet(
      t,
      i18n.language,
      lines,
      { title, facts: facts(place) },
      scoreboard && rankColumns(t, scoreboard),
    )
  return (
    <>
      <div className="region-tools">
        <Download name={title} sheet={sheet} />
        <Terms
          of={scoreboard ? ['completion', 'days', 'pace', 'rank'] : ['completion', 'days', 'pace']}
        />
      </div>
      <FiguresTable place={place} lines={shown} scoreboard={scoreboard} />
      <AbsentList scene={sceneOf(place)} lines={absent} />
    </>
  )
}

function FiguresTable({ place, lines, scoreboard }: LinesProps) {
  const { t } = useTranslation()
  const { role } = useSession()
  const asks = role === 'supervisor' && isAnswerable(place.region)
  const isProvince = place.region.level === 'province'
  return (
    <div
      className="table-scroll region-figures"
      role="region"
      tabIndex={0}
      aria-label={t('region.figures.scroll', { name: place.region.name })}
    >
      <table>
        <caption className="visually-hidden">
          {t('region.figures.caption', { name: place.region.name })}
        </caption>
        <thead>
          <tr>
            {['indicator', 'status', 'actual', 'target', 'completion', 'days'].map((name) => (
              <th key={name} scope="col">
                {t(`region.column.${name}`)}
              </th>
            ))}
            {isProvince && <th scope="col">{t('region.column.rank')}</th>}
            {isProvince && <th scope="col">{t('region.column.peerRank')}</th>}
            {asks && <th scope="col">{t('region.column.ask')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ indicator, row }) => {
            const ranks = scoreboard?.ranks.find((one) => one.indicator === indicator.code)
            return (
              <tr key={indicator.code}>
                <FigureCells place={place} row={row} indicator={indicator} />
                {isProvince && <RankCell rank={ranks?.all ?? null} />}
                {isProvince && <RankCell rank={ranks?.peers ?? null} />}
                {asks && <AskCell place={place} indicator={indicator} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface CellsProps {
  place: Place
  row: ProgressRow
  indicator: Indicator
}

function FigureCells({ place, row, indicator }: CellsProps) {
  const { t, i18n } = useTranslation()
  const chosen = indicator.code === place.indicator.code
  return (
    <>
      <th scope="row">
        <Link
          to={place.link({ indicator: indicator.code })}
          {...(chosen ? { 'aria-current': 'true' as const } : {})}
        >
          {pick(i18n.language, indicator.name)}
        </Link>
      </th>
      <td>
        <StatusBadge row={row} />
      </td>
      <td>
        <Link
          className="region-ask"
          to={evidenceAddress({ ...place, indicator })}
          aria-label={t('region.evidenceOf', {
            value: actualWords(t, i18n.language, row, indicator),
            name: pick(i18n.language, indicator.name),
          })}
        >
          {actualWords(t, i18n.language, row, indicator)}
        </Link>
      </td>
      <td>
        {row.target === null
          ? t('bullet.noTarget')
          : targetWords(t, i18n.language, indicator.unit, row.target)}
      </td>
      <td>
        {row.completionPercent === null
          ? t('region.noCompletion')
          : formatCompletion(row.completionPercent)}
      </td>
      <td>{daysWords(t, row) || t('region.noDays')}</td>
    </>
  )
}

function RankCell({ rank }: { rank: Rank }) {
  const { t } = useTranslation()
  return <td className="region-rank">{rankWords(t, rank)}</td>
}

function AskCell({ place, indicator }: Omit<CellsProps, 'row'>) {
  const { t, i18n } = useTranslation()
  const { plan, region, asOf } = place
  const subject = { plan: plan.plan, region: region.code, indicator: indicator.code, asOf }
  return (
    <td>
      <Link
        className="region-ask"
        to={askAddress(subject)}
        aria-label={t('region.askAbout', { name: pick(i18n.language, indicator.name) })}
      >
        {t('region.ask')}
      </Link>
    </td>
  )
}
