/** Characters that both scripts share and that tables like these are full of. */
const shared = new Set('人名性生日期地年度代位文化程就方式月工合限保目作金收支立停完成女男城')

/**
 * Whether bytes that are valid GB18030 are rather Big5: read so they have the usual characters of a table,
 * read as GB18030 hardly any.
 */
export function looksLikeBig5(sample: Uint8Array): boolean {
  const [asBig5, asGb18030] = ['big5', 'gb18030'].map((encoding) => usual(encoding, sample))
  return (asBig5 ?? 0) >= 5 && (asBig5 ?? 0) > 3 * (asGb18030 ?? 0)
}

function usual(encoding: string, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample)
  return [...text].filter((character) => shared.has(character)).length
}
