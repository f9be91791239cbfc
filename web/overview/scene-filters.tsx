import { useTranslation } from 'react-i18next'
import { formatDay, pick } from '../format.ts'
import { InForce, type Filter } from '../in-force/in-force.tsx'
import { useSession } from '../shell/session.ts'
import type { Scene } from './scene.ts'

/** What of the scene was chosen otherwise than it begins: region, indicator, statuses and day. */
function useSceneFilters(scene: Scene): Filter[] {
  const { t, i18n } = useTranslation()
  const { region: home } = useSession()
  const { region, indicator, plan, filter, asOf, snapshot, link } = scene
  const statuses = filter.map((status) => ({
    key: status,
    words: t('inForce.status', { name: t(`filter.${status}`) }),
    without: link({ status: filter.filter((one) => one !== status).join('.') || null }),
  }))
  return [
    region.code !== home && {
      key: 'region',
      words: t('inForce.region', { name: region.name }),
      without: link({ region: home }),
    },
    indicator.code !== plan.indicators[0]?.code && {
      key: 'indicator',
      words: t('inForce.indicator', { name: pick(i18n.language, indicator.name) }),
      without: link({ indicator: null }),
    },
    ...statuses,
    asOf !== snapshot.asOf && {
      key: 'asOf',
      words: t('inForce.asOf', { day: formatDay(t, asOf) }),
      without: link({ asOf: null }),
    },
  ].filter((one): one is Filter => one !== false)
}

/** The filters of an overview, each a chip that takes it away. */
export function SceneFilters({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { region: home } = useSession()
  return (
    <InForce
      label={t('inForce.label')}
      filters={useSceneFilters(scene)}
      withoutAll={scene.link({ region: home, indicator: null, status: null, asOf: null })}
      none={t('inForce.none')}
    />
  )
}
