import type { Status } from '../api.ts'

export function statusClass(status: Status | null): string {
  return `status-${(status ?? 'none').replace('_', '-')}`
}
