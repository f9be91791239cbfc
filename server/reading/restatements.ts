import type { Snapshot } from '../deps.ts'
import type { BridgeKind } from '../progress/bridge.ts'

/** One dataset further, and why its figures for the same day may differ from those before. */
export type Restatement = { snapshot: Snapshot; cause: BridgeKind }

/**
 * The way from one dataset to another: other files under the same rules restate facts, other rules
 * on the same files change the counting. Where both differ, a published dataset that shares the files
 * of one and the rules of the other tells the two apart; without one they are a single step.
 */
export function restatements(all: Snapshot[], from: Snapshot, to: Snapshot): Restatement[] {
  if (from.id === to.id) return []
  if (rulesOf(from) === rulesOf(to)) return [{ snapshot: to, cause: 'restated_facts' }]
  if (filesOf(from) === filesOf(to)) return [{ snapshot: to, cause: 'rule_changed' }]
  for (const between of all) {
    if (filesOf(between) === filesOf(from) && rulesOf(between) === rulesOf(to))
      return [
        { snapshot: between, cause: 'rule_changed' },
        { snapshot: to, cause: 'restated_facts' },
      ]
    if (rulesOf(between) === rulesOf(from) && filesOf(between) === filesOf(to))
      return [
        { snapshot: between, cause: 'restated_facts' },
        { snapshot: to, cause: 'rule_changed' },
      ]
  }
  return [{ snapshot: to, cause: 'restated_and_rule_changed' }]
}

function rulesOf({ manifest }: Snapshot): string {
  return String(manifest.ruleVersion)
}

function filesOf({ manifest }: Snapshot): string {
  return manifest.files
    .map(({ path, sha256 }) => `${path} ${sha256}`)
    .sort()
    .join('\n')
}
