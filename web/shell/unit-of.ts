import type { Region } from '../api.ts'

/** The province-level unit whose files a region's figures come from; null of the nation. */
export function unitOf(region: Pick<Region, 'path'> | undefined): string | null {
  return region?.path.find(({ level }) => level === 'province')?.code ?? null
}
