import type { DuckDBConnection } from '@duckdb/node-api'

import type { Row } from './staged.ts'

const everyRow =
  'file_id integer, line bigint, unit varchar, quarter varchar, submitted_order bigint, is_void boolean'
const person = 'person_id uuid, disability_type tinyint, disability_grade tinyint'
const card = "card varchar default '44'"

export const extracts: Record<string, string> = {
  registration: `${person}, ${card}, sex varchar, birth_date date, region_code varchar, household varchar,
    education varchar, poverty_registered boolean, minimum_living boolean, zero_employment boolean,
    family_id uuid, family_place bigint, wants_work boolean, wants_massage_training boolean, survey_unemployed boolean,
    survey_employment varchar, graduation_year smallint, graduation_level varchar,
    registered_on date, updated_on date`,
  employment: `record_number varchar, ${person}, employment_form varchar, locality varchar,
    region_code varchar, started_on date, ended_on date, credit_code varchar,
    contract_months integer, social_insurance boolean, monthly_wage decimal(18,4)`,
  training: `record_number varchar, ${person}, trainee_id uuid, programme varchar, is_new boolean,
    institution_code varchar, course varchar, region_code varchar, started_on date, ended_on date,
    is_free boolean, certified boolean, satisfaction integer, subsidy decimal(18,4)`,
  service: `record_number varchar, ${person}, service_kind varchar, served_on date,
    institution_code varchar`,
  levy_filing: `year smallint, credit_code varchar, employer_name varchar, employer_kind varchar,
    employer_class varchar, region_code varchar, employees integer, placed_heads integer,
    average_wage decimal(18,4), levy_due decimal(18,4), levy_reduced decimal(18,4),
    levy_paid decimal(18,4), filed_on date`,
  placement: `year smallint, credit_code varchar, ${person}, ${card}, is_military boolean, weight tinyint,
    region_code varchar, contract_started_on date, contract_ended_on date,
    monthly_wage decimal(18,4), social_insurance boolean`,
  levy_ledger: `record_number varchar, year smallint, quarter_of_year tinyint, region_code varchar,
    direction varchar, item varchar, amount decimal(18,4)`,
  institution: `institution_code varchar, institution_name varchar, institution_kind varchar,
    tier varchar, region_code varchar, founded_on date, closed_on date, capacity integer`,
  target: `plan varchar, indicator varchar, region_code varchar, year smallint,
    target_value decimal(18,4), document_number varchar, binding_nature varchar,
    effective_on date`,
  milestone: `milestone varchar, region_code varchar, year smallint, completed_on date,
    document_number varchar`,
  population: `region_code varchar, year smallint, certificate_holders integer,
    working_age_holders integer, working_age_visual_holders integer`,
  published: `year smallint, indicator_name varchar, figure decimal(18,4), figure_unit varchar,
    source varchar`,
}

const everywhere: Row = { unit: '440000', quarter: '2018Q2', file_id: 1, is_void: false }

export const defaults: Record<string, Row> = {
  registration: {
    ...everywhere,
    sex: '男',
    birth_date: '1980-01-01',
    disability_type: 4,
    disability_grade: 3,
    region_code: '440103',
    household: '城镇',
    registered_on: '2015-01-01',
    updated_on: '2015-01-01',
  },
  employment: {
    ...everywhere,
    employment_form: '按比例就业',
    locality: '城镇',
    region_code: '440103',
  },
  training: {
    ...everywhere,
    programme: '城镇职业技能',
    institution_code: 'T1',
    region_code: '440103',
    started_on: '2016-01-01',
    is_free: true,
  },
  service: { ...everywhere, service_kind: '职业介绍', served_on: '2017-01-01' },
  levy_filing: {
    ...everywhere,
    year: 2018,
    employer_kind: '民营企业',
    region_code: '440103',
    employees: 500,
    placed_heads: 0,
    average_wage: 100_000,
    levy_due: 0,
    levy_paid: 0,
    filed_on: '2018-04-01',
  },
  placement: { ...everywhere, is_military: false, weight: 1, region_code: '440103' },
  levy_ledger: { ...everywhere, year: 2018, quarter_of_year: 1, region_code: '440100' },
  institution: { ...everywhere, institution_kind: '辅助性就业机构', region_code: '440103' },
  target: { ...everywhere, plan: 'first', indicator: 'A1', region_code: '440000', year: null },
  milestone: everywhere,
  population: everywhere,
  published: everywhere,
  file: {
    path: 'inbox/file.csv',
    sha256: 'abc',
    bytes: 1,
    form: 'csv',
    encoding: 'utf-8',
    fate: 'accepted',
    unit: '440000',
    quarter: '2018Q2',
    extract: 'institution',
    rows_read: 1,
    rows_accepted: 1,
    rows_quarantined: 0,
  },
  quarantine: { file_id: 1, path: 'inbox/file.csv', line: 2 },
}

export async function createStaging(connection: DuckDBConnection): Promise<void> {
  await connection.run('create schema staging')
  for (const [table, columns] of Object.entries(extracts)) {
    await connection.run(`create table staging.${table} (${everyRow}, ${columns})`)
  }
  await connection.run(`
    create table staging.file (
      file_id integer, path varchar, sha256 varchar, bytes bigint, unit varchar, quarter varchar,
      extract varchar, form varchar, encoding varchar, fate varchar, reason varchar,
      rows_read bigint, rows_accepted bigint, rows_quarantined bigint
    )`)
  await connection.run(`
    create table staging.quarantine (
      file_id integer, path varchar, line bigint, column_name varchar, rule varchar, value varchar,
      state varchar
    )`)
}
