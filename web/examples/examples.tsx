import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { Bullet } from '../bullet/bullet.tsx'
import { bulletModel } from '../bullet/bullet-model.ts'
import { bulletWords } from '../bullet/bullet-words.ts'
import { cellWords, glanceWords } from '../bullet/cell-words.ts'
import { Legend } from '../bullet/legend.tsx'
import { DialogBox } from '../dialog/dialog.tsx'
import { Download } from '../download/download.tsx'
import { Picker } from '../picker/picker.tsx'
import { snapshotsQuery } from '../queries.ts'
import { PageName } from '../shell/page-name.tsx'
import { Shell } from '../shell/shell.tsx'
import { Sound } from '../sound/sound.tsx'
import { Empty } from '../states/empty.tsx'
import { Failure } from '../states/failure.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { StatusBadge } from '../status/status-badge.tsx'
import { TrendLegend } from '../trend/trend-legend.tsx'
import { exampleRow, INDICATOR, REASONS, ROWS, STATUSES } from './made-up.ts'
import '../bullet/bullet.css'
import '../trend/trend.css'
import './examples.css'

/** What the pages are made of, each in every state: to look at, to test, and to build the next page from. */
export function Examples() {
  const { t } = useTranslation()
  const snapshots = useQuery(snapshotsQuery)
  return (
    <Shell snapshot={snapshots.data?.current ?? null}>
      <PageName name={t('examples.title')} />
      <p className="examples-lead">{t('examples.lead')}</p>
      <Buttons />
      <Choices />
      <Statuses />
      <Bullets />
      <Legends />
      <States />
      <Tables />
      <Sounds />
    </Shell>
  )
}

function Example({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  const id = `example-${name}`
  return (
    <section className="panel example" aria-labelledby={id}>
      <h2 id={id}>{t(`examples.${name}.title`)}</h2>
      <p className="panel-sub">{t(`examples.${name}.words`)}</p>
      {children}
    </section>
  )
}

function Buttons() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Example name="buttons">
      <div className="example-row">
        <button type="button" className="button button-primary" onClick={() => setOpen(true)}>
          {t('examples.buttons.open')}
        </button>
        <button type="button" className="button">
          {t('examples.buttons.plain')}
        </button>
        <button type="button" className="button" disabled>
          {t('examples.buttons.disabled')}
        </button>
        <a className="button" href="#example-buttons">
          {t('examples.buttons.link')}
        </a>
      </div>
      <DialogBox title={t('examples.buttons.dialog')} isOpen={open} onClose={() => setOpen(false)}>
        <p>{t('examples.buttons.dialogWords')}</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {t('examples.buttons.close')}
          </button>
        </div>
      </DialogBox>
    </Example>
  )
}

function Choices() {
  const { t } = useTranslation()
  const [value, setValue] = useState('')
  const options = ['one', 'two'].map((each) => ({
    value: each,
    words: t(`examples.choices.${each}`),
  }))
  return (
    <Example name="choices">
      <Picker
        label={t('examples.choices.label')}
        placeholder={t('examples.choices.none')}
        {...{ value, options }}
        onChange={setValue}
      />
    </Example>
  )
}

function Statuses() {
  return (
    <Example name="statuses">
      <ul className="example-row">
        {STATUSES.map((status) => (
          <li key={status}>
            <StatusBadge row={exampleRow({ status })} />
          </li>
        ))}
        {REASONS.map((reason) => (
          <li key={reason}>
            <StatusBadge row={exampleRow({ status: null, reason })} />
          </li>
        ))}
      </ul>
    </Example>
  )
}

function Bullets() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return (
    <Example name="bullets">
      <div
        className="table-scroll"
        role="region"
        aria-label={t('figure.scroll', { name: t('examples.bullets.title') })}
        tabIndex={0}
      >
        <table className="example-bullets">
          <caption className="visually-hidden">{t('examples.bullets.caption')}</caption>
          <thead>
            <tr>
              {['state', 'drawing', 'value'].map((column) => (
                <th key={column} scope="col">
                  {t(`examples.bullets.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(ROWS).map(([name, row]) => (
              <tr key={name}>
                <th scope="row">{t(`examples.bullet.${name}`)}</th>
                <td>
                  <Bullet
                    model={bulletModel(row)}
                    words={bulletWords(t, language, row, INDICATOR)}
                    labels={{ target: cellWords(t, language, row, INDICATOR).mark }}
                  />
                </td>
                <td>{glanceWords(t, language, row, INDICATOR)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Example>
  )
}

function Legends() {
  return (
    <Example name="legends">
      <Legend />
      <TrendLegend forecast />
    </Example>
  )
}

function States() {
  return (
    <Example name="states">
      <Skeleton lines={3} />
      <Empty what="units" />
      <NoPermission name={null} home={null} />
      <Failure error={new ApiError(0, 'unreachable', '')} retry={() => undefined} />
    </Example>
  )
}

function Tables() {
  const { t } = useTranslation()
  const columns = ['name', 'value'].map((column) => ({ name: t(`examples.tables.${column}`) }))
  const rows = STATUSES.map((status, at) => [t(`status.${status}`), at * 12])
  const title = t('examples.tables.title')
  return (
    <Example name="tables">
      <Download name={title} sheet={() => ({ title, columns, rows, facts: [] })} />
      <div
        className="table-scroll"
        role="region"
        aria-label={t('figure.scroll', { name: title })}
        tabIndex={0}
      >
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Example>
  )
}

const HEIGHTS = [2, 4, 3, null, 7]

function Sounds() {
  const { t } = useTranslation()
  const words = HEIGHTS.map((height) => (height === null ? t('missing.no_data') : String(height)))
  return (
    <Example name="sounds">
      <Sound
        name={t('examples.sounds.title')}
        points={HEIGHTS.map((value) => ({ value, expected: null, target: 6 }))}
        words={words}
      />
    </Example>
  )
}
