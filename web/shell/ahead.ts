import type { QueryClient } from '@tanstack/react-query'
import {
  catalogueQuery,
  progressQuery,
  regionQuery,
  sessionQuery,
  snapshotsQuery,
} from '../queries.ts'
import type { Session } from '../api.ts'
import { pageAt } from './routes.ts'

/** Everything behind the sign-in: loaded only then. */
export const loadPages = () => import('./pages.tsx')

/**
 * What the first page will ask for is asked for while its script is still on its way, not after it. What
 * fails here is asked for again by the page, which tells it.
 */
export function askAhead(client: QueryClient): void {
  client
    .query(sessionQuery)
    .then(async ({ session }) => {
      if (session === null) return
      const asked = figures(client, session)
      await Promise.all([asked, loadPages(), pageAt(location, session.role)?.load()])
    })
    .catch(() => undefined)
}

/** The dataset, the plans, the region, and its figures: of most pages. */
async function figures(client: QueryClient, session: Session): Promise<void> {
  const asked = new URLSearchParams(location.search)
  const { current, all } = await client.query(snapshotsQuery)
  const id = asked.get('snapshot') ?? current?.id
  const snapshot = all.find((one) => one.id === id)
  if (snapshot === undefined) return
  const asOf = asked.get('asOf') ?? snapshot.asOf
  const ask = { region: asked.get('region') ?? session.region, asOf, snapshot: snapshot.id }
  const [plans, region] = await Promise.all([
    client.query(catalogueQuery(snapshot.id)),
    client.query(regionQuery(ask)),
  ])
  const plan = asked.get('plan') ?? plans[0]?.plan
  if (plan === undefined || region.access === 'refused') return
  await client.query(progressQuery({ ...ask, plan, level: 'self' }))
}
