import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { formatDay } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { AbsentList } from './absent-list.tsx'
import { filterKey, groupLines, splitLines, type Line } from './bullet-groups.ts'
import { GroupRows } from './group-rows.tsx'
import { Legend } from './legend.tsx'
import { linesSheet } from './lines-sheet.ts'
import { Terms } from '../term/terms.tsx'
import { StatusFilter } from './status-filter.tsx'
import { useRecent } from './use-recent.ts'
import './bullet.css'
import './bullet-narrow.css'

const TERMS = ['expected', 'forecast', 'completion', 'days', 'pace'] as const
const COLUMNS = ['name', 'drawing', 'figure', 'completion', 'recent', 'state', 'days'] as const

/** The columns' names, for the eye; each row says its own sentence. Where rows take two lines, in one line for all. */
function ColumnNames({ lines }: { lines: Line[] }) {
  const { t } = useTranslation()
  const isMixed = lines.some(({ indicator }) => indicator.comparedWith === 'last_year')
  const share = t(isMixed ? 'bullet.column.share' : 'bullet.column.completion')
  const isJudged = lines.some(({ row }) => row.status !== null)
  const nameOf = (column: (typeof COLUMNS)[number]) => {
    if (!isJudged && (column === 'state' || column === 'days')) return ''
    return column === 'completion' ? share : t(`bullet.column.${column}`)
  }
  return (
    <>
      <p className="bullet-columns" aria-hidden="true">
        {COLUMNS.map((column) => (
          <span key={column} className={`bullet-column-${column}`}>
            {nameOf(column)}
          </span>
        ))}
      </p>
      <p className="bullet-reading" aria-hidden="true">
        {t('bullet.reading', { share })}
      </p>
    </>
  )
}

/** Said once for all rows: they are from before the plan, so nothing is judged. */
function BeforePlan({ scene, lines }: { scene: Scene; lines: Line[] }) {
  const { t } = useTranslation()
  const { asOf, plan } = scene
  if (asOf >= plan.startsOn || lines.length === 0) return null
  const day = formatDay(t, plan.startsOn)
  return <p className="bullet-before">{t('bullet.beforePlan', { day })}</p>
}

export function BulletList({ scene, lines }: { scene: Scene; lines: Line[] }) {
  const { t, i18n } = useTranslation()
  const { shown, absent } = splitLines(lines)
  const { filter } = scene
  const recent = useRecent(scene)
  const grid = useRef<HTMLDivElement>(null)
  const facts = useFacts()
  const title = t('bullet.title')
  const about = () => ({ title: `${scene.region.name} ${title}`, facts: facts(scene) })
  const kept = shown.filter(({ row }) => filter.length === 0 || filter.includes(filterKey(row)))
  return (
    <section className="bullets panel" aria-labelledby="bullets">
      <div className="bullets-head">
        <h2 id="bullets">{title}</h2>
        <StatusFilter scene={scene} lines={shown} />
        <Legend />
      </div>
      <BeforePlan scene={scene} lines={shown} />
      {kept.length === 0 ? (
        <p className="bullets-none">{t('filter.nothing')}</p>
      ) : (
        <div className="bullet-grid" ref={grid}>
          <ColumnNames lines={kept} />
          {groupLines(kept).map((group) => (
            <GroupRows key={group.name.zh} scene={scene} group={group} recent={recent.data} />
          ))}
        </div>
      )}
      <Download
        name={title}
        sheet={() => linesSheet(t, i18n.language, lines, about())}
        drawing={() => grid.current}
      />
      <Terms of={TERMS} />
      {filter.length === 0 && <AbsentList scene={scene} lines={absent} />}
      {recent.isError && <p className="bullets-none">{t('bullet.recentFailed')}</p>}
    </section>
  )
}
