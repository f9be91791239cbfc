/** The 90 % point of the standard normal: between −z and z lie 80 %. */
const Z = 1.2815515655446004

/**
 * The half width of the 80 % interval in standard errors, of Student's t with so many degrees of
 * freedom (Cornish and Fisher's expansion, within 0.001 from 5 degrees on).
 * Example: 5 → 1.476; 9 → 1.383.
 */
export function rangeOf(freedom: number): number {
  const first = (Z ** 3 + Z) / 4
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384
  return Z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}

/** The probability that a t-distributed value around `mid` reaches `target`. */
export function shareAbove(target: number, mid: number, spread: number, freedom: number): number {
  if (spread === 0) return mid >= target ? 1 : 0
  const t = (mid - target) / spread
  const z = (t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + t ** 2 / (2 * freedom))
  return (1 + errorFunction(z / Math.SQRT2)) / 2
}

const COEFFICIENTS = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]

/** Abramowitz and Stegun 7.1.26, within 1.5e-7. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  let polynomial = 0
  for (const coefficient of COEFFICIENTS) polynomial = (polynomial + coefficient) * t
  return Math.sign(x) * (1 - polynomial * Math.exp(-(x ** 2)))
}
