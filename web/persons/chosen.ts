/** Attributes by which persons may be told apart, in the order in which they are offered. */
export const ATTRIBUTES = [
  'household',
  'sex',
  'disability_type',
  'disability_grade',
  'age_band',
  'education',
  'employment_form',
  'graduation_level',
] as const

export type Attribute = (typeof ATTRIBUTES)[number]

/** One filter that is in force: an attribute and its value. */
export interface Picked {
  attribute: Attribute
  value: string
}

export function isAttribute(text: string | null): text is Attribute {
  return ATTRIBUTES.some((attribute) => attribute === text)
}

/** What tells filters and their parts from one another stands escaped within a value. */
function escaped(value: string): string {
  return value.replace(/[%,:]/g, (sign) => encodeURIComponent(sign))
}

function unescaped(text: string): string {
  return text.replace(/%(25|2C|3A)/g, (sign) => decodeURIComponent(sign))
}

/** `sex:女,household:城镇` of the address; what is no attribute is left out. */
export function readPicked(text: string | null): Picked[] {
  return (text ?? '').split(',').flatMap((part) => {
    const [attribute = '', value = ''] = part.split(':')
    return isAttribute(attribute) && value !== '' ? [{ attribute, value: unescaped(value) }] : []
  })
}

/** The same for the address; null where nothing is picked. */
export function writePicked(picked: Picked[]): string | null {
  if (picked.length === 0) return null
  return picked.map(({ attribute, value }) => `${attribute}:${escaped(value)}`).join(',')
}
