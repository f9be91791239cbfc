/** Characters that both scripts share and that tables like these are full of. */
const shared = /[人名性生日期地年度代位文化程就方式月工合限保目作金收支立停完成女男城]/g

/**
 * Whether bytes that may be valid GB18030 are rather Big5: read so they have the usual characters of a
 * table, read as GB18030 hardly any.
 */
export function looksLikeBig5(sample: Uint8Array): boolean {
  const asBig5 = usualCharacters('big5', sample)
  return asBig5 >= 5 && asBig5 > 3 * usualCharacters('gb18030', sample)
}

function usualCharacters(encoding: string, sample: Uint8Array): number {
  return new TextDecoder(encoding).decode(sample).match(shared)?.length ?? 0
}
