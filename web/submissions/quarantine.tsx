import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  mendListAddress,
  type Fault,
  type Quarantine,
  type QuarantineQuestion,
  type SubmissionQuestion,
  type UnitSubmission,
} from '../api-submissions.ts'
import { Download } from '../download/download.tsx'
import { formatNumber } from '../format.ts'
import { Picker, type Option } from '../picker/picker.tsx'
import { useAnnounce } from '../shell/announce.ts'
import { Await } from '../states/await.tsx'
import { extractWords, fileName } from './file-words.ts'
import { Pager, shownWords } from './pager.tsx'
import { QuarantineTable } from './quarantine-table.tsx'
import { quarantineQuery } from './queries.ts'
import { faultsSheet, type About } from './sheets.ts'

const ALL = ''

interface Chosen {
  file: string
  rule: string
  page: number
}

interface PickersProps extends Record<'files' | 'rules', Option[]> {
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

/** Another file or rule begins again on its first page. */
function Pickers({ chosen, files, rules, onChange }: PickersProps) {
  const { t } = useTranslation()
  return (
    <div className="quarantine-controls">
      <Picker
        label={t('submissions.column.file')}
        value={chosen.file}
        options={files}
        onChange={(file) => onChange({ ...chosen, file, page: 1 })}
      />
      <Picker
        label={t('submissions.column.rule')}
        value={chosen.rule}
        options={rules}
        onChange={(rule) => onChange({ ...chosen, rule, page: 1 })}
      />
    </div>
  )
}

/** The files and rules that a fault may be of, all of them first. */
function useOptions(submission: UnitSubmission): Record<'files' | 'rules', Option[]> {
  const { t, i18n } = useTranslation()
  const files = submission.files
    .filter(({ rowsQuarantined }) => rowsQuarantined > 0)
    .map(({ path, name, extract }) => ({
      value: path,
      words: t('submissions.quarantine.file', { extract: extractWords(t, extract), name }),
    }))
  const rules = submission.rules.map(({ rule, records }) => ({
    value: rule,
    words: t('submissions.quarantine.rule', { rule, value: formatNumber(i18n.language, records) }),
  }))
  return {
    files: [{ value: ALL, words: t('submissions.quarantine.allFiles') }, ...files],
    rules: [{ value: ALL, words: t('submissions.quarantine.allRules') }, ...rules],
  }
}

/** Which file and rule are asked for, how many faults there are of them and were before, and the first: said once. */
function useAnnounceFaults(
  { files, rules }: ReturnType<typeof useOptions>,
  { file, rule }: Chosen,
  { data, isPlaceholderData }: UseQueryResult<Quarantine>,
): void {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const seen = useRef<Quarantine | null>(null)
  useEffect(() => {
    const before = seen.current
    if (data === undefined || isPlaceholderData || before === data) return
    seen.current = data
    if (before === null) return
    const { page, pageRows, faults, rows } = data
    const wordsOf = (options: Option[], wanted: string) =>
      options.find(({ value }) => value === wanted)?.words ?? ''
    const words = t('submissions.quarantine.filtered', {
      file: wordsOf(files, file),
      rule: wordsOf(rules, rule),
      shown: shownWords(t, i18n.language, { page, pageRows, total: faults }),
      before: formatNumber(i18n.language, before.faults),
    })
    const [first] = rows
    announce([words, first === undefined ? '' : firstWords(t, first)].join(t('list.space')))
  })
}

/** 最前的是 registration.csv 第 12 行，出生日期：日期无效。 */
function firstWords(t: TFunction, { path, line, column, rule }: Fault): string {
  return t('submissions.quarantine.first', {
    file: fileName(path),
    line,
    column: column ?? t('submissions.quarantine.wholeRow'),
    rule,
  })
}

interface ListProps {
  submission: UnitSubmission
  ask: SubmissionQuestion
  about: (title: string) => About
}

/** All that the filters leave, page after page: the file holds more than the page shows. */
function useAllFaults() {
  const client = useQueryClient()
  return async (ask: QuarantineQuestion): Promise<Fault[]> => {
    const found: Fault[] = []
    for (let page = 1; ; page += 1) {
      const { rows, faults } = await client.query(quarantineQuery({ ...ask, page }))
      found.push(...rows)
      if (rows.length === 0 || found.length >= faults) return found
    }
  }
}

function List({ submission, ask, about }: ListProps) {
  const { t } = useTranslation()
  const allFaults = useAllFaults()
  const [chosen, setChosen] = useState<Chosen>({ file: ALL, rule: ALL, page: 1 })
  const { page, file, rule } = chosen
  const asked = { ...ask, file: file || null, rule: rule || null, page }
  const found = useQuery(quarantineQuery(asked))
  const options = useOptions(submission)
  useAnnounceFaults(options, chosen, found)
  return (
    <>
      <Pickers {...options} chosen={chosen} onChange={setChosen} />
      <Await query={found} lines={8}>
        {(quarantine) => (
          <>
            <Download
              name={t('submissions.quarantine.caption')}
              sheet={async () =>
                faultsSheet(t, await allFaults(asked), about(t('submissions.quarantine.name')))
              }
            />
            <QuarantineTable quarantine={quarantine} />
            <Pager
              page={quarantine.page}
              pageRows={quarantine.pageRows}
              total={quarantine.faults}
              onPage={(next) => setChosen({ ...chosen, page: next })}
            />
          </>
        )}
      </Await>
    </>
  )
}

/** What was quarantined: where it stands, which rule it broke, and the whole of it to take away. */
export function QuarantineSection({ submission, ask, about }: ListProps) {
  const { t } = useTranslation()
  const { records, faults } = submission.quarantined
  const refused = submission.files.some(({ fate }) => fate === 'refused')
  return (
    <section className="panel submission-section" aria-labelledby="quarantine">
      <div className="panel-head submission-head">
        <div>
          <h2 id="quarantine">{t('submissions.quarantine.title', { count: records })}</h2>
          <p className="panel-sub">{t('submissions.quarantine.words')}</p>
        </div>
        {(faults > 0 || refused) && (
          <a className="button button-primary" href={mendListAddress(ask)} download>
            {t('submissions.quarantine.download')}
          </a>
        )}
      </div>
      {faults === 0 ? (
        <p>{t('submissions.quarantine.none')}</p>
      ) : (
        <List submission={submission} ask={ask} about={about} />
      )}
    </section>
  )
}
