/** A count at a place of a table: its value on each axis. */
export type Cell = { at: readonly string[]; count: number }

export type Table = {
  cells: Cell[]
  /** What a reader knows every hidden count to be at least: 0, or 1 where zeros always stand. */
  least: 0 | 1
  /** The larger place of a value of the first axis, whose counts stand beside the table too. */
  groupOf?: (place: string) => string
}

/** A count of fewer is hidden. */
export const SMALL = 5

export function keyOf(at: readonly string[]): string {
  return at.join('\u0000')
}

export function isSmall(count: number): boolean {
  return count > 0 && count < SMALL
}

/**
 * The keys of the counts to hide, of the table and of its groups: those of 1 to 4, and others so that no
 * hidden one can be had by subtraction. A reader knows every sum along one axis (all margins), the counts
 * that stand, and `least`. For each small count there is then a box: corners that differ from it on every
 * axis by the same two values, all hidden, of which every second may be higher by as much as the others
 * are lower. All that stands is the same, the small count is not. Boxes are taken until it may be any of
 * `SMALL` values, or there are no more; where there is none, everything is hidden.
 */
export function suppress(table: Table): Set<string> {
  return new Suppression(table).hidden()
}

type Box = { corners: Cell[]; room: Room; cost: number; crosses: boolean }
/** By how much the small count may be lower and higher within a box. */
type Room = { down: number; up: number }

class Suppression {
  private readonly found = new Set<string>()
  private readonly counts = new Map<string, Cell>()
  private readonly axes: string[][]
  private readonly groups: Map<string, number>

  constructor(private readonly table: Table) {
    const { cells } = table
    for (const cell of cells) this.counts.set(keyOf(cell.at), cell)
    const dimensions = cells[0]?.at.length ?? 0
    this.axes = Array.from({ length: dimensions }, (_, axis) =>
      [...new Set(cells.map(({ at }) => at[axis] ?? ''))].sort(),
    )
    this.groups = new Map()
    for (const { at, count } of table.groupOf ? cells : []) {
      const key = keyOf(this.grouped(at))
      this.groups.set(key, (this.groups.get(key) ?? 0) + count)
    }
  }

  hidden(): Set<string> {
    const small = this.table.cells
      .filter(({ count }) => isSmall(count))
      .sort((a, b) => a.count - b.count || (keyOf(a.at) < keyOf(b.at) ? -1 : 1))
    const smallGroups = [...this.groups].filter(([, count]) => isSmall(count)).map(([key]) => key)
    for (const { at } of small) this.found.add(keyOf(at))
    for (const key of smallGroups) this.found.add(key)
    const isProtected = (cell: Cell) => {
      const inSmallGroup = smallGroups.includes(keyOf(this.grouped(cell.at)))
      return this.protect(cell, inSmallGroup)
    }
    return small.every(isProtected) ? this.found : this.everything()
  }

  private everything(): Set<string> {
    return new Set([...this.counts.keys(), ...this.groups.keys()])
  }

  private grouped(at: readonly string[]): string[] {
    const [place = '', ...others] = at
    return [this.table.groupOf?.(place) ?? place, ...others]
  }

  /** Hides boxes around a small count; in a small group only those that reach another group. */
  private protect(cell: Cell, acrossGroups: boolean): boolean {
    const taken = new Set<Cell>()
    const sum: Room = { down: 0, up: 0 }
    for (const box of this.boxesOf(cell, acrossGroups)) {
      if (roomOf(sum, cell, this.table.least) >= SMALL - 1) break
      const others = box.corners.slice(1)
      if (others.some((corner) => taken.has(corner))) continue
      for (const corner of others) taken.add(corner)
      sum.down += box.room.down
      sum.up += box.room.up
      this.hide(box)
    }
    return roomOf(sum, cell, this.table.least) > 0
  }

  private hide({ corners, crosses }: Box): void {
    for (const { at } of corners) {
      this.found.add(keyOf(at))
      if (crosses) this.found.add(keyOf(this.grouped(at)))
    }
  }

  /** Those within the group first, then by what they cost for the room they give. */
  private boxesOf(cell: Cell, acrossGroups: boolean): Box[] {
    const boxes = this.opposite(cell.at)
      .map((other) => this.boxOf(cell, other))
      .filter((box): box is Box => box !== undefined && (box.crosses || !acrossGroups))
    return boxes.sort((a, b) => Number(a.crosses) - Number(b.crosses) || a.cost - b.cost)
  }

  /** Every place of the table that differs on all axes. */
  private opposite(at: readonly string[]): string[][] {
    return this.axes.reduce<string[][]>(
      (found, values, axis) =>
        found.flatMap((start) =>
          values.filter((value) => value !== at[axis]).map((value) => [...start, value]),
        ),
      [[]],
    )
  }

  private boxOf(cell: Cell, other: string[]): Box | undefined {
    const corners = cornersOf(cell.at, other).map((at) => this.counts.get(keyOf(at)))
    if (!corners.every((corner) => corner !== undefined)) return undefined
    const spare = (parity: number) =>
      Math.min(
        ...corners
          .filter((_, corner) => bitsOf(corner) % 2 === parity)
          .map(({ count }) => count - this.table.least),
      )
    const room = { down: spare(0), up: spare(1) }
    const gain = Math.min(room.down + room.up, SMALL - 1)
    if (gain <= 0) return undefined
    const more = corners.filter(({ at }) => !this.found.has(keyOf(at)))
    const mass = more.reduce((total, { count }) => total + count + 1, 0)
    const group = (at: readonly string[]) => this.grouped(at)[0]
    const crosses = this.table.groupOf !== undefined && group(cell.at) !== group(other)
    return { corners, room, cost: mass / gain, crosses }
  }
}

function roomOf({ down, up }: Room, { count }: Cell, least: number): number {
  return Math.min(down, count - least) + up
}

/** The corners of a box, the first the small count itself; bit n of a corner's number is axis n. */
function cornersOf(at: readonly string[], other: readonly string[]): string[][] {
  return Array.from({ length: 2 ** at.length }, (_, corner) =>
    at.map((value, axis) => ((corner >> axis) & 1 ? (other[axis] ?? '') : value)),
  )
}

function bitsOf(number: number): number {
  return number === 0 ? 0 : (number & 1) + bitsOf(number >> 1)
}
