import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../api-bridge.ts'
import { isRatio } from '../change/change-model.ts'
import { changeSheet } from '../change/change-sheet.ts'
import { ChangeTable } from '../change/change-table.tsx'
import { changeSentence, signedWords } from '../change/change-words.ts'
import { bridgeQuery } from '../change/queries.ts'
import { text, unitColumn, type Figure } from '../figure-table/figure.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { pick } from '../format.ts'
import { sceneOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import type { Ends } from './ends.ts'
import { ExchangedFiles } from './exchanged-files.tsx'

interface ExplainedProps {
  place: Place
  ends: Ends
}

/** Why the chosen indicator differs: by cause, then by region; both add up to the difference. */
export function Explained({ place, ends }: ExplainedProps) {
  const { plan, indicator, region } = place
  const bridge = useQuery(
    bridgeQuery({
      ...{ plan: plan.plan, indicator: indicator.code, region: region.code },
      ...{ from: ends.from, to: ends.to },
      ...{ fromSnapshot: ends.fromSnapshot, snapshot: ends.toSnapshot },
    }),
  )
  return (
    <Await query={bridge} lines={8}>
      {(found) => (
        <>
          <Causes place={place} bridge={found} />
          <Regions place={place} bridge={found} />
          <ExchangedFiles place={place} bridge={found} />
        </>
      )}
    </Await>
  )
}

interface BridgeProps {
  place: Place
  bridge: Bridge
}

function Causes({ place, bridge }: BridgeProps) {
  const { t, i18n } = useTranslation()
  const { unit } = place.indicator
  const ratio = isRatio(bridge)
  const signed = (value: number, of = unit): Figure => ({
    words: signedWords(i18n.language, of, value),
    value,
  })
  const counts = (numerator: number, denominator: number | null) =>
    ratio ? [signed(numerator, 'units'), signed(denominator ?? 0, 'units')] : []
  const whole = bridge.causes.map(({ kind, actual, numerator, denominator, target, expected }) => ({
    key: kind,
    cells: [
      text(t(`difference.kind.${kind}`)),
      ...counts(numerator, denominator),
      ...[signed(actual), signed(target), signed(expected)],
    ],
  }))
  return (
    <FigureTable
      place={place}
      title={t('difference.causes', { name: pick(i18n.language, place.indicator.name) })}
      columns={[
        { name: t('difference.column.cause') },
        ...(ratio
          ? [
              unitColumn(t, t('change.column.numerator'), 'units'),
              unitColumn(t, t('change.column.denominator'), 'units'),
            ]
          : []),
        ...(['actual', 'target', 'expected'] as const).map((name) =>
          unitColumn(t, t(`difference.column.${name}Change`), unit),
        ),
      ]}
      rows={whole}
    >
      <p className="difference-words">
        {changeSentence(t, i18n.language, bridge, place.indicator)}
      </p>
      <p className="soft">
        {whole.length === 0 ? t('difference.nothing') : t('difference.addsUp')}
      </p>
    </FigureTable>
  )
}

function Regions({ place, bridge }: BridgeProps) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const { indicator } = place
  const caption = t('difference.causes', { name: pick(i18n.language, indicator.name) })
  const title = t('difference.regions')
  const sheet = () => changeSheet(t, bridge, indicator, { title: caption, facts: facts(place) })
  return (
    <section className="panel change region-section difference-regions" aria-labelledby="by-region">
      <div className="panel-head">
        <h2 id="by-region">{title}</h2>
        <Download name={title} sheet={sheet} />
      </div>
      <ChangeTable scene={sceneOf(place)} bridge={bridge} caption={caption} />
      {isRatio(bridge) && <p className="change-note">{t('change.rounded')}</p>}
    </section>
  )
}
