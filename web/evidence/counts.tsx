import { useTranslation } from 'react-i18next'
import type { Evidence } from '../api-evidence.ts'
import { text, useFigures, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatDay, formatNumber, formatValue, missingWords, pick } from '../format.ts'
import { unitOf } from '../unit-of-measure.ts'
import type { Place } from '../region/place.ts'

interface CountsProps {
  place: Place
  evidence: Evidence
}

/** The figure and the counts of the regions that it is made of; the first row is the figure's own. */
export function Counts({ place, evidence }: CountsProps) {
  const { t, i18n } = useTranslation()
  const { figure, formula } = evidence
  const count = useCount()
  const isRatio = formula.denominator !== null
  const memberColumn = (member: Evidence['formula']['numerator']) => ({
    name: pick(i18n.language, member.title),
    format: 'count' as const,
    ...unitOf(t, member),
  })
  const columns = [
    { name: t('evidence.counts.region') },
    memberColumn(formula.numerator),
    ...(formula.denominator === null ? [] : [memberColumn(formula.denominator)]),
  ]
  const cells = ({ numerator, denominator, reason }: Counted) => [
    count(numerator, reason),
    ...(isRatio ? [count(denominator, reason)] : []),
  ]
  const own = { ...figure, region: place.region.code, regionName: place.region.name }
  const rows = figure.parts.map((part) => ({
    key: part.region,
    cells: [{ ...text(part.regionName), to: place.link({ region: part.region }) }, ...cells(part)],
  }))
  const total = {
    key: 'total',
    cells: [text(t('evidence.counts.total', { region: own.regionName })), ...cells(own)],
  }
  return (
    <FigureTable
      place={place}
      title={t('evidence.counts.title', { name: pick(i18n.language, place.indicator.name) })}
      columns={columns}
      rows={[total, ...rows]}
    >
      <p className="evidence-figure">{useFigureWords(place, evidence)}</p>
      <p className="soft">
        {t('evidence.counts.from', {
          snapshot: evidence.snapshot,
          published: evidence.publishedAt.slice(0, 10),
          rules: evidence.ruleVersion,
        })}
      </p>
    </FigureTable>
  )
}

type Counted = Pick<Evidence['figure'], 'numerator' | 'denominator' | 'reason'>

/** A count with its unit left to the column; what is not there by the word for its reason. */
function useCount(): (value: number | null, reason: Counted['reason']) => Figure {
  const { t, i18n } = useTranslation()
  return (value, reason) =>
    value === null
      ? text(missingWords(t, reason ?? 'not_applicable'))
      : { words: formatNumber(i18n.language, value), value }
}

function useFigureWords({ region, indicator, asOf }: Place, { figure }: Evidence): string {
  const { t, i18n } = useTranslation()
  const { share } = useFigures()
  const { actual, numerator, denominator, reason } = figure
  const about = {
    region: region.name,
    day: formatDay(t, asOf),
    name: pick(i18n.language, indicator.name),
  }
  if (actual === null)
    return t('evidence.counts.none', { ...about, reason: t(`missing.why.${reason ?? 'no_data'}`) })
  const value =
    numerator === null || denominator === null
      ? formatValue(t, i18n.language, indicator.unit, actual)
      : share(actual, numerator, denominator).words
  return t('evidence.counts.sentence', { ...about, value })
}
