import type { Column, Layout } from '../layouts.ts'

/**
 * Numbers that name a person or a household only within their unit. Each kind has a prefix of its own, so
 * that its pseudonym is none of a certificate, which goes without.
 */
const within_unit: Partial<Record<string, { id: string; prefix: string }>> = {
  trainee_number: { id: 'trainee_id', prefix: 'trainee:' },
  family_number: { id: 'family_id', prefix: 'family:' },
}

/**
 * The sound rows of `typed.<extract>`, people under pseudonyms: as they lie in `staging.<extract>`, or by
 * the file's number within its unit, as they are kept.
 */
export function stagedRows(layout: Layout, file: 'file_id' | 'file_number'): string {
  const columns = layout.columns.flatMap(stagedColumns)
  const family = layout.columns.find(({ name }) => name === 'family_number')
  if (family !== undefined) columns.push('h.family_place')
  const place = file === 'file_id' ? 'f.file_id, f.quarter, f.submitted_order' : 'f.file_number'
  return `select ${place}, t.line, f.unit, t.is_void, ${columns.join(', ')}
    from typed.${layout.extract} t
    join intake.submission f using (file_id)
    ${family === undefined ? '' : familyPlaces(layout)}
    anti join (from intake.quarantine where extract = '${layout.extract}') q using (file_id, line)
    anti join (from intake.repeated where line <> first_line) c using (file_id, line)`
}

/**
 * Where a certificate stands by number among those of its household that were registered on its day: a
 * pseudonym has no order. It can be compared only with those that were staged with it.
 */
function familyPlaces({ extract }: Layout): string {
  return `left join (
      select
        t.file_id, t.line,
        dense_rank() over (
          partition by f.unit, t.family_number, t.registered_on order by t.certificate
        ) as family_place
      from typed.${extract} t join intake.submission f using (file_id)
      where t.family_number is not null
    ) h using (file_id, line)`
}

function stagedColumns(column: Column): string[] {
  const { name } = column
  if (name === 'record_state') return []
  if (column.type === 'certificate') return certificateColumns(column)
  if (!column.personal) return [`t.${name}`]
  const known = within_unit[name]
  if (known === undefined) return []
  return [`keyed('${known.prefix}' || f.unit || t.${name}) as ${known.id}`]
}

/** SQL for the pseudonym of a certificate's person. */
export function personOf({ military }: Column, number: string): string {
  const citizen = `left(${number}, 18)`
  if (!military) return `keyed(${citizen})`
  return `keyed(if(${isSoldier(number)}, regexp_replace(${number}, '-\\d+$', ''), ${citizen}))`
}

/** SQL for what follows the person's number in a certificate's: with the person it is the record's key. */
export function cardOf({ military }: Column, number: string): string {
  const card = `substr(${number}, 19)`
  return military ? `if(${isSoldier(number)}, regexp_extract(${number}, '-\\d+$'), ${card})` : card
}

function isSoldier(number: string): string {
  return `starts_with(${number}, '军')`
}

function certificateColumns(column: Column): string[] {
  const { name, military, key } = column
  const number = `t.${name}`
  const people = [
    `${personOf(column, number)} as person_id`,
    ...(key ? [`${cardOf(column, number)} as card`] : []),
  ]
  const [kind, grade] = [19, 20].map((at) => `try_cast(substr(${number}, ${at}, 1) as tinyint)`)
  if (!military) return [...people, `${kind} as disability_type`, `${grade} as disability_grade`]
  const soldier = isSoldier(number)
  const soldierGrade = `regexp_matches(${number}, '-[123]$')`
  return [
    ...people,
    `if(${soldier}, null, ${kind}) as disability_type`,
    `if(${soldier}, null, ${grade}) as disability_grade`,
    `${soldier} as is_military`,
    `cast(if(if(${soldier}, ${soldierGrade}, substr(${number}, 20, 1) in ('1', '2')), 2, 1) as tinyint) as weight`,
  ]
}
