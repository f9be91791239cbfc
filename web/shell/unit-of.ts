import type { Region } from '../api.ts'

/** The province-level unit whose files a region's figures come from; null of the nation. */
export function unitOf(region: Pick<Region, 'path'> | undefined): string | null {
  return region?.path.find(({ level }) => level === 'province')?.code ?? null
}

/** The same by the code alone, before the region is read: the 659xxx cities are those of 660000. */
export function unitOfCode(code: string): string {
  return code.startsWith('659') ? '660000' : `${code.slice(0, 2)}0000`
}
