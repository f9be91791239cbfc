import { useTranslation } from 'react-i18next'
import type { Evidence, EvidenceMember } from '../api-evidence.ts'
import { pick } from '../format.ts'

/** What is divided by what, the question put to the metrics, and the SQL that they make of it. */
export function Formula({ evidence }: { evidence: Evidence }) {
  const { t, i18n } = useTranslation()
  const { formula, query, sql } = evidence
  const { numerator, denominator } = formula
  const name = (member: EvidenceMember) => pick(i18n.language, member.title)
  return (
    <section className="panel region-section" aria-labelledby="formula">
      <h2 id="formula">{t('evidence.formula.title')}</h2>
      <p className="evidence-figure">
        {denominator === null
          ? t('evidence.formula.count', { numerator: name(numerator) })
          : t('evidence.formula.ratio', {
              numerator: name(numerator),
              denominator: name(denominator),
            })}
      </p>
      <dl className="evidence-members">
        <MemberWords role="numerator" member={numerator} />
        {denominator !== null && <MemberWords role="denominator" member={denominator} />}
      </dl>
      <Code title={t('evidence.formula.query')} text={JSON.stringify(query, null, 2)} />
      <Code
        title={t('evidence.formula.sql')}
        text={sql.text}
        note={t('evidence.formula.parameters', { values: sql.parameters.join(' · ') })}
      />
    </section>
  )
}

interface MemberProps {
  role: 'numerator' | 'denominator'
  member: EvidenceMember
}

function MemberWords({ role, member }: MemberProps) {
  const { t, i18n } = useTranslation()
  return (
    <div>
      <dt>
        {t(`evidence.formula.${role}`)} <code>{member.name}</code>
      </dt>
      <dd>
        {pick(i18n.language, member.title)}
        {member.description !== null && (
          <span className="soft" lang="zh-CN">
            {t('list.colon')}
            {member.description}
          </span>
        )}
      </dd>
    </div>
  )
}

function Code({ title, text, note }: { title: string; text: string; note?: string }) {
  return (
    <details className="evidence-code">
      <summary>{title}</summary>
      <pre tabIndex={0} role="region" aria-label={title}>
        <code>{text}</code>
      </pre>
      {note !== undefined && <p className="soft">{note}</p>}
    </details>
  )
}
