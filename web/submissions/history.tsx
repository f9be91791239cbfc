import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmittedFile, UnitSubmission } from '../api-submissions.ts'
import { Download } from '../download/download.tsx'
import { formatQuarter } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { useAnnounce } from '../shell/announce.ts'
import { FateBadge } from './fate-badge.tsx'
import { countWords, extractWords } from './file-words.ts'
import { filesSheet, type About } from './sheets.ts'

const COUNTS = ['rowsRead', 'rowsStanding', 'rowsSuperseded', 'rowsRetracted'] as const

function HistoryRow({ file, here }: { file: SubmittedFile; here: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <tr className={here ? 'row-here' : undefined} aria-current={here ? 'true' : undefined}>
      <th scope="row">{formatQuarter(t, file.quarter ?? '')}</th>
      <td>{file.name}</td>
      <td>
        <FateBadge fate={file.fate} />
      </td>
      {COUNTS.map((name) => (
        <td key={name} className="count">
          {file.fate === 'refused' ? '–' : countWords(i18n.language, file[name])}
        </td>
      ))}
    </tr>
  )
}

function HistoryTable({ files, quarter }: { files: SubmittedFile[]; quarter: string }) {
  const { t } = useTranslation()
  return (
    <div
      className="table-scroll"
      role="region"
      aria-label={t('submissions.history.scroll')}
      tabIndex={0}
    >
      <table>
        <caption className="visually-hidden">
          {t('submissions.inRows', { title: t('submissions.history.title') })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('submissions.column.quarter')}</th>
            <th scope="col">{t('submissions.column.file')}</th>
            <th scope="col">{t('submissions.column.fate')}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" className="count">
                {t(`submissions.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <HistoryRow key={file.path} file={file} here={file.quarter === quarter} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Sent = UnitSubmission['history'][number]

/** Of which extract the files are shown, how many there are and were before, and the first. */
function shownWords(t: TFunction, before: Sent, now: Sent): string {
  const words = t('submissions.history.shown', {
    extract: extractWords(t, now.extract),
    count: now.files.length,
    before: extractWords(t, before.extract),
    was: before.files.length,
  })
  const [first] = now.files
  if (first === undefined) return words
  const quarter = formatQuarter(t, first.quarter ?? '')
  return [words, t('submissions.history.first', { quarter, file: first.name })].join(
    t('list.space'),
  )
}

interface HistoryProps {
  submission: UnitSubmission
  about: (title: string) => About
}

/** The unit's files of one extract over all quarters: what was sent again replaces what was before. */
export function History({ submission, about }: HistoryProps) {
  const { t } = useTranslation()
  const { history, quarter } = submission
  const announce = useAnnounce()
  const [extract, setExtract] = useState(history[0]?.extract ?? '')
  const chosen = history.find((one) => one.extract === extract) ?? history[0]
  if (chosen === undefined) return null
  const choose = (wanted: string) => {
    setExtract(wanted)
    const now = history.find((one) => one.extract === wanted)
    if (now !== undefined) announce(shownWords(t, chosen, now))
  }
  const title = `${t('submissions.history.title')} ${extractWords(t, chosen.extract)}`
  const options = history.map((one) => ({
    value: one.extract,
    words: extractWords(t, one.extract),
  }))
  return (
    <section className="panel submission-section" aria-labelledby="history">
      <div className="panel-head submission-head">
        <div>
          <h2 id="history">{t('submissions.history.title')}</h2>
          <p className="panel-sub">{t('submissions.history.words')}</p>
        </div>
        <Picker
          label={t('submissions.history.extract')}
          value={chosen.extract}
          options={options}
          onChange={choose}
        />
      </div>
      <Download name={title} sheet={() => filesSheet(t, chosen.files, about(title))} />
      <HistoryTable files={chosen.files} quarter={quarter} />
    </section>
  )
}
