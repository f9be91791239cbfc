import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../api-bridge.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { Await } from '../states/await.tsx'
import { isRatio, quarterEndBefore } from './change-model.ts'
import { changeSheet } from './change-sheet.ts'
import { ChangeTable } from './change-table.tsx'
import { changeSentence } from './change-words.ts'
import { bridgeQuery } from './queries.ts'

/** What changed in the chosen indicator since the last quarter's end, as a bridge that adds up. */
export function Change({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  const { indicator, plan, region, asOf, snapshot } = scene
  const bridge = useQuery({
    ...bridgeQuery({
      plan: plan.plan,
      indicator: indicator.code,
      region: region.code,
      from: quarterEndBefore(asOf),
      to: asOf,
      snapshot: snapshot.id,
    }),
    enabled: scene.ready,
  })
  return (
    <section className="change panel" aria-labelledby="change">
      <div className="panel-head">
        <h2 id="change">{t('change.title')}</h2>
        <p className="panel-sub">{pick(i18n.language, indicator.name)}</p>
      </div>
      <Await query={bridge} lines={6}>
        {(found) => <Found scene={scene} bridge={found} />}
      </Await>
    </section>
  )
}

function Found({ scene, bridge }: { scene: Scene; bridge: Bridge }) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const { indicator, region } = scene
  const { from, to } = bridge
  if (from.actual === null && to.actual === null)
    return <p className="change-empty">{t(`missing.why.${to.reason ?? 'no_data'}`)}</p>
  const name = pick(i18n.language, indicator.name)
  const caption = t('change.caption', { region: region.name, name })
  const sheet = () => changeSheet(t, bridge, indicator, { title: caption, facts: facts(scene) })
  return (
    <>
      <p className="change-words">{changeSentence(t, i18n.language, bridge, indicator)}</p>
      <Download name={caption} sheet={sheet} />
      <ChangeTable scene={scene} bridge={bridge} caption={caption} />
      {isRatio(bridge) && <p className="change-note">{t('change.rounded')}</p>}
    </>
  )
}
