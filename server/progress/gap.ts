/**
 * What is still missing (negative) or beyond (positive): actual − target, in the indicator's unit.
 * Example: 450 of 500 → −50. Gaps of counts add up over regions as actuals and targets do.
 */
export function gapOf(actual: number | null, target: number | null): number | null {
  return actual === null || target === null ? null : actual - target
}

/**
 * Pace = actual ÷ expected; null where nothing is expected yet.
 * Example: 450 where 500 are expected by the day → 0.9.
 */
export function paceOf(actual: number | null, expected: number | null): number | null {
  return actual === null || expected === null || expected <= 0 ? null : actual / expected
}

/**
 * How far ahead (behind: negative) in percentage points: of a count the part of the target between
 * actual and expected, of a ratio the difference of the two; null without a target above 0.
 * Example: 450 of 500 expected, target 1,000 → −5; 57 % where 60 % is expected → −3.
 */
export function pacePoints(
  actual: number | null,
  expected: number | null,
  target: number | null,
  isRatio: boolean,
): number | null {
  if (actual === null || expected === null || target === null || target <= 0) return null
  return ((actual - expected) / (isRatio ? 1 : target)) * 100
}

/** Completion rate = actual ÷ target, exact; null without a target above 0. */
export function completionOf(actual: number | null, target: number | null): number | null {
  return actual === null || target === null || target <= 0 ? null : actual / target
}

/**
 * The completion rate in percent as it is shown: two decimals, rounded half up, may exceed 100; one
 * that would show 100.00 without the target being met shows 99.99.
 * Example: 99,996 of 100,000 → 99.99 (99.996 would round to 100.00); 1 of 800 → 0.13 (0.125).
 */
export function completionPercent(actual: number | null, target: number | null): number | null {
  const exact = completionOf(actual, target)
  if (exact === null || actual === null || target === null) return null
  const shown = halfUp(exact)
  return shown >= 100 && actual < target ? 99.99 : shown
}

/** Half up of the decimal that the quotient stands for: 0.145 % is 0.15, though binary is below. */
function halfUp(share: number): number {
  const hundredths = Number((share * 10_000).toPrecision(14))
  return Math.floor(hundredths + 0.5) / 100
}
