import type { Column, Layout } from '../layouts.ts'

/**
 * Numbers that name a person or a household only within their unit. Each kind has a prefix of its own, so
 * that its pseudonym is none of a certificate, which goes without.
 */
const within_unit: Partial<Record<string, { id: string; prefix: string }>> = {
  trainee_number: { id: 'trainee_id', prefix: 'trainee:' },
  family_number: { id: 'family_id', prefix: 'family:' },
}

/** `staging.<extract>`: the sound rows of `typed.<extract>`, people under pseudonyms. */
export function stagedTable(layout: Layout): string {
  const columns = layout.columns.flatMap(stagedColumns)
  const family = layout.columns.find(({ name }) => name === 'family_number')
  if (family !== undefined) columns.push('h.family_place')
  return `create or replace table staging.${layout.extract} as
    select t.file_id, t.line, f.unit, f.quarter, f.submitted_order, t.is_void, ${columns.join(', ')}
    from typed.${layout.extract} t
    join intake.submission f using (file_id)
    ${family === undefined ? '' : familyPlaces(layout)}
    anti join (from intake.quarantine where extract = '${layout.extract}') q using (file_id, line)
    anti join (from intake.repeated where line <> first_line) c using (file_id, line)`
}

/** Where a certificate stands among those of its household, by number: a pseudonym has no order. */
function familyPlaces({ extract }: Layout): string {
  return `left join (
      select
        t.file_id, t.line,
        dense_rank() over (partition by f.unit, t.family_number order by t.certificate) as family_place
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

function certificateColumns({ name, military, key }: Column): string[] {
  const number = `t.${name}`
  const grade = `cast(substr(${number}, 20, 1) as tinyint)`
  const kind = `cast(substr(${number}, 19, 1) as tinyint)`
  const record = `${key ? `keyed(${number})` : 'cast(null as uuid)'} as record_key`
  if (!military) {
    return [
      `keyed(left(${number}, 18)) as person_id`,
      record,
      `${kind} as disability_type`,
      `${grade} as disability_grade`,
    ]
  }
  const soldier = `starts_with(${number}, '军')`
  const soldierGrade = `regexp_matches(${number}, '-[123]$')`
  return [
    `keyed(if(${soldier}, regexp_replace(${number}, '-\\d+$', ''), left(${number}, 18))) as person_id`,
    record,
    `if(${soldier}, null, try_cast(substr(${number}, 19, 1) as tinyint)) as disability_type`,
    `if(${soldier}, null, try_cast(substr(${number}, 20, 1) as tinyint)) as disability_grade`,
    `${soldier} as is_military`,
    `cast(if(if(${soldier}, ${soldierGrade}, substr(${number}, 20, 1) in ('1', '2')), 2, 1) as tinyint) as weight`,
  ]
}
