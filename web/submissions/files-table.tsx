import { useTranslation } from 'react-i18next'
import type { SubmittedFile } from '../api-submissions.ts'
import { Download } from '../download/download.tsx'
import { formatNumber } from '../format.ts'
import { FateBadge } from './fate-badge.tsx'
import { countWords, extractWords, formWords, ROW_COUNTS, sizeWords } from './file-words.ts'
import { Fingerprint } from './fingerprint.tsx'
import { filesSheet, type About } from './sheets.ts'

/** What was accepted but is to be looked at. */
function Notes({ notes }: Pick<SubmittedFile, 'notes'>) {
  const { t, i18n } = useTranslation()
  if (notes.length === 0) return null
  return (
    <ul className="file-notes" lang="zh-CN" aria-label={t('submissions.files.notes')}>
      {notes.map(({ note, records }) => (
        <li key={note}>
          {records === 0
            ? note
            : t('submissions.files.note', { note, value: formatNumber(i18n.language, records) })}
        </li>
      ))}
    </ul>
  )
}

function FileRow({ file }: { file: SubmittedFile }) {
  const { t, i18n } = useTranslation()
  return (
    <tr>
      <th scope="row" className="file-name">
        {extractWords(t, file.extract)}
        <span className="file-path">{file.name}</span>
        {file.reason !== null && (
          <span className="file-reason" lang="zh-CN">
            {t('submissions.reason', { reason: file.reason })}
          </span>
        )}
        <Notes notes={file.notes} />
      </th>
      <td>
        <FateBadge fate={file.fate} />
      </td>
      <td>
        {formWords(t, file)}
        {file.bytes !== null && (
          <span className="file-path">{sizeWords(i18n.language, file.bytes)}</span>
        )}
      </td>
      {ROW_COUNTS.map((name) => (
        <td key={name} className="count">
          {file.fate === 'refused' ? '–' : countWords(i18n.language, file[name])}
        </td>
      ))}
      <td className="file-sha">
        <Fingerprint of={file.sha256} name={file.name} />
      </td>
    </tr>
  )
}

interface FilesTableProps {
  files: SubmittedFile[]
  about: (title: string) => About
}

/** Each file of a unit's quarter, what became of it, and where its rows went. */
export function FilesTable({ files, about }: FilesTableProps) {
  const { t } = useTranslation()
  const title = t('submissions.files.title', { count: files.length })
  return (
    <section className="panel submission-section" aria-labelledby="files">
      <div className="panel-head">
        <h2 id="files">{title}</h2>
        <p className="panel-sub">{t('submissions.files.words')}</p>
        {files.length > 0 && (
          <Download name={title} sheet={() => filesSheet(t, files, about(title))} />
        )}
      </div>
      {files.length === 0 ? (
        <p>{t('submissions.files.none')}</p>
      ) : (
        <div
          className="table-scroll"
          role="region"
          aria-label={t('submissions.files.scroll')}
          tabIndex={0}
        >
          <table className="files">
            <caption className="visually-hidden">{t('submissions.inRows', { title })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('submissions.column.file')}</th>
                <th scope="col">{t('submissions.column.fate')}</th>
                <th scope="col">{t('submissions.column.form')}</th>
                {ROW_COUNTS.map((name) => (
                  <th key={name} scope="col" className="count">
                    {t(`submissions.column.${name}`)}
                  </th>
                ))}
                <th scope="col">{t('submissions.column.sha')}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.path} file={file} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
