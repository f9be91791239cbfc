import { Router } from 'express'
import type { Deps, Snapshot } from '../deps.ts'

function describe({ id, asOf, manifest }: Snapshot, current: string) {
  const { publishedAt, ruleVersion, demonstration, files } = manifest
  const folders = files.filter(({ unit, quarter }) => unit !== null && quarter !== null)
  const submissions = new Set(folders.map(({ unit, quarter }) => `${quarter ?? ''}/${unit ?? ''}`))
  const accepted = files.filter(({ fate }) => fate === 'accepted').length
  return {
    id,
    asOf,
    publishedAt,
    ruleVersion,
    demonstration,
    submissions: submissions.size,
    filesAccepted: accepted,
    filesRefused: files.length - accepted,
    isCurrent: id === current,
  }
}

/** GET /api/snapshots: the published datasets, newest first, and those that cannot be read, with why. */
export function snapshotsRouter({ snapshots }: Deps): Router {
  return Router().get('/api/snapshots', (_request, response) => {
    const current = snapshots.get().id
    response.json({
      current,
      snapshots: snapshots.list().map((one) => describe(one, current)),
      unreadable: snapshots.unreadable(),
    })
  })
}
