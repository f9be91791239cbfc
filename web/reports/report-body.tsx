import { useTranslation } from 'react-i18next'
import type { Report, ReportBlock } from '../api-reports.ts'
import { BarFigure } from '../bar-figure/bar-figure.tsx'

/** The report as it reads and prints: the same blocks as in the Word document. */
export function ReportBody({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const { snapshot, ruleVersion, hash } = report
  return (
    <article className="report-body panel" lang="zh-CN">
      {report.blocks.map((block, at) => (
        <Part key={at} block={block} />
      ))}
      <p className="report-closing" lang={i18n.language}>
        {t('reports.closing', { snapshot, ruleVersion, hash })}
      </p>
    </article>
  )
}

function Part({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'table':
      return <AnnexTable block={block} />
    case 'chart':
      return <BarFigure {...block} />
    case 'title':
    case 'heading1':
      return <h2 className={`report-${block.kind}`}>{block.text}</h2>
    case 'heading2':
      return <h3 className="report-heading2">{block.text}</h3>
    default:
      return <p className={`report-${block.kind}`}>{block.text}</p>
  }
}

function AnnexTable({ block }: { block: Extract<ReportBlock, { kind: 'table' }> }) {
  const { caption, unit, head, rows } = block
  return (
    <div className="table-scroll report-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          {caption} <span className="soft">({unit})</span>
        </caption>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" className={column === 0 ? undefined : 'report-number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column} className="report-number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
