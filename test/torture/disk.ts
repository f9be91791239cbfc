import { filled } from './snapshots/full-disk.ts'

const sizes = [4, 64, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 65_536]

/** C04: the disk full at each stage, under the warehouse and under the temporary folder. */
export async function torture(): Promise<void> {
  for (const full of ['warehouse', 'temporary'] as const) {
    for (const { kib, status, said } of await filled(full, sizes)) {
      const end =
        status === 0 ? 'published' : `ended with ${String(status)}, the old one served: ${said}`
      console.log(`${full} with ${kib} KiB free: ${end}`)
    }
  }
}
