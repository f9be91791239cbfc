/** Beyond so many answers all are forgotten: days are few, and asked for a million times an answer. */
const MOST = 20_000

/** A pure function with its answers remembered; they are shared, so nobody may change them. */
export function remembered<Key extends string | number, Answer>(
  make: (key: Key) => Answer,
): (key: Key) => Answer {
  const answers = new Map<Key, Answer>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = make(key)
    if (answers.size >= MOST) answers.clear()
    answers.set(key, answer)
    return answer
  }
}
