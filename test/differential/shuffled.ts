import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dice } from './dice.ts'

function shuffle<Item>(items: Item[], dice: Dice): Item[] {
  const left = [...items]
  return items.map(() => left.splice(dice.below(left.length), 1)[0]!)
}

function shuffledRows(text: string, dice: Dice): string {
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const order = shuffle([...header.keys()], dice)
  const turned = [header, ...shuffle(rows, dice)].map((cells) => order.map((place) => cells[place]))
  return [...turned.map((cells) => cells.join(',')), ''].join('\r\n')
}

/** Puts the rows and columns of every CSV below a folder into another order. */
export async function shuffleFiles(folder: string, dice: Dice): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.sort((a, b) =>
    a.parentPath + a.name < b.parentPath + b.name ? -1 : 1,
  )) {
    if (!entry.name.endsWith('.csv')) continue
    const path = join(entry.parentPath, entry.name)
    await writeFile(path, shuffledRows(await readFile(path, 'utf8'), dice))
  }
}
