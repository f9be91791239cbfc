import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ended, leftOvers, soundId, startLoad, writeInstitutions, type Load } from './loads.ts'

const enough_kib = 200_000

export interface FullDisk {
  /** The size of the disk in KiB. */
  kib: number
  status: number | null
  /** The last line of what the load said. */
  said: string
}

/**
 * C04: loads with the warehouse, or the temporary folder, on a disk that is full sooner or later. Where the
 * load fails its status says so and the old snapshot is served; given room, the next one succeeds without
 * help. Throws where not, and where the disk cannot be mounted (that takes root).
 */
export async function filled(
  full: 'warehouse' | 'temporary',
  sizes: readonly number[],
): Promise<FullDisk[]> {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  const paths = ['inbox', 'warehouse', 'temporary'].map((name) => join(folder, name))
  const [inbox = '', warehouse = '', temporary = ''] = paths
  for (const path of paths) mkdirSync(path)
  const load: Load = { inbox, warehouse, temporary }
  const disk = full === 'warehouse' ? warehouse : temporary
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${enough_kib}k`, 'tmpfs', disk])
  try {
    writeInstitutions(inbox, 1)
    await succeeds(load)
    const ends: FullDisk[] = []
    for (const [at, kib] of sizes.entries()) {
      writeInstitutions(inbox, 2 + at)
      ends.push(await failsOrNot(load, disk, kib))
    }
    return ends
  } finally {
    execFileSync('umount', [disk])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function failsOrNot(load: Load, disk: string, kib: number): Promise<FullDisk> {
  const before = await soundId(load.warehouse)
  resize(disk, usedKib(disk) + kib)
  const { status, said } = await ended(startLoad(load))
  resize(disk, enough_kib)
  const after = await soundId(load.warehouse)
  if (status === 0 && after === before) throw new Error(`With ${kib} KiB a load published nothing`)
  if (status !== 0 && after !== before) throw new Error(`With ${kib} KiB a failed load published`)
  if (status !== 0 && said.trim() === '') throw new Error(`With ${kib} KiB a load failed silently`)
  await succeeds(load)
  return { kib, status, said: said.trim().split('\n').at(-1) ?? '' }
}

async function succeeds(load: Load): Promise<void> {
  const { status, said } = await ended(startLoad(load))
  if (status !== 0) throw new Error(`With room enough a load ended with ${String(status)}: ${said}`)
  const left = leftOvers(load)
  if (left.length > 0) throw new Error(`With room enough a load left ${left.join(', ')}`)
}

function resize(disk: string, kib: number): void {
  execFileSync('mount', ['-o', `remount,size=${kib}k`, disk])
}

function usedKib(disk: string): number {
  const [, used = ''] = execFileSync('df', ['-k', '--output=used', disk], {
    encoding: 'utf8',
  }).split('\n')
  return Number(used)
}
