export type MetricsRow = Record<string, string | number | boolean | null>

type Cell = string | number | boolean | null

type Annotations = Record<string, { type: string }>

export type CompactAnswer = {
  annotation: { measures: Annotations; dimensions: Annotations }
  data: { members: string[]; dataset: Cell[][] }
}

/** Cube writes numbers as text; a member of type number becomes a number again. */
export function toRows({ annotation, data }: CompactAnswer): MetricsRow[] {
  const annotations = { ...annotation.measures, ...annotation.dimensions }
  const numeric = data.members.map((member) => annotations[member]?.type === 'number')
  return data.dataset.map((cells) =>
    Object.fromEntries(
      cells.map((cell, at) => {
        const value = numeric[at] && cell !== null ? Number(cell) : cell
        return [data.members[at] ?? '', value]
      }),
    ),
  )
}
