import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'

/** Keeps a snapshot from being removed as long as what is stored under `name` must be read again from it. */
export async function pin(warehouse: string, snapshot: string, name: string): Promise<void> {
  await writeDurably(pathOf(warehouse, snapshot, name), '')
}

/** Takes the pin of that name away; none is no error. */
export async function unpin(warehouse: string, snapshot: string, name: string): Promise<void> {
  await rm(pathOf(warehouse, snapshot, name), { force: true })
}

function pathOf(warehouse: string, snapshot: string, name: string): string {
  return join(warehouse, 'pins', snapshot, name)
}
