import { readFileSync } from 'node:fs'

import { DuckDBInstance } from '@duckdb/node-api'

import { balanced, readBalances } from '../../etl/balances.ts'
import { createMacros } from '../../etl/macros.ts'
import { commitmentTables } from './commitment-fixture.ts'
import { levyTables } from './levy-fixture.ts'

const tables = [
  `CREATE SCHEMA state`,
  `SET VARIABLE as_of = DATE '2018-03-31'`,
  `CREATE TABLE as_of AS ${readFileSync('etl/sql/marts/as_of.sql', 'utf8')}`,
  `CREATE TABLE region AS SELECT * FROM (VALUES
     ('110101', '东城区', '市辖区', NULL, '110000'),
     ('440104', '越秀区', '市辖区', '440100', '440000'),
     ('440106', '天河区', '市辖区', '440100', '440000'),
     ('440304', '福田区', '市辖区', '440300', '440000'),
     ('440000-self', '广东省本级', '本级', NULL, '440000'),
     ('659001', '石河子市', '县级市', NULL, '660000')
   ) AS v(leaf_code, leaf_name, kind, prefecture_code, province_code)`,
  `CREATE TABLE region_unit AS SELECT code, name, level, kind, parent_code,
     DATE '1900-01-01' AS valid_from, CAST(NULL AS DATE) AS valid_to FROM (VALUES
     ('000000', '全国', 'nation', '全国', NULL),
     ('110000', '北京市', 'province', '直辖市', '000000'),
     ('440000', '广东省', 'province', '省', '000000'),
     ('660000', '新疆生产建设兵团', 'province', '兵团', '000000'),
     ('440100', '广州市', 'prefecture', '地级市', '440000'),
     ('440300', '深圳市', 'prefecture', '地级市', '440000'),
     ('110101', '东城区', 'county', '市辖区', '110000'),
     ('440104', '越秀区', 'county', '市辖区', '440100'),
     ('440106', '天河区', 'county', '市辖区', '440100'),
     ('440304', '福田区', 'county', '市辖区', '440300'),
     ('440000-self', '广东省本级', 'county', '本级', '440000'),
     ('659001', '石河子市', 'county', '县级市', '660000')
   ) AS v(code, name, level, kind, parent_code)`,
  `CREATE TABLE person AS
     SELECT i, uuid() AS person_id, leaf_code, province_code,
            CASE WHEN i % 2 = 0 THEN '男' ELSE '女' END AS sex,
            DATE '1956-02-29' + CAST(i * 31 AS INTEGER) AS birth_date,
            CASE WHEN i % 2 = 0 THEN '城镇' ELSE '农村' END AS household,
            CASE WHEN i % 3 = 0 THEN '大专' ELSE '初中' END AS education,
            CAST(1 + i % 7 AS TINYINT) AS disability_type,
            CAST(1 + i % 4 AS TINYINT) AS disability_grade,
            DATE '2016-01-10' + CAST((i * 37) % 900 AS INTEGER) AS on_day
     FROM range(600) AS r(i)
     JOIN (SELECT *, row_number() OVER (ORDER BY leaf_code) - 1 AS n FROM region) ON n = i % 6`,
  `CREATE TABLE trained_person AS
     SELECT '13-5' AS plan, CASE WHEN i % 3 = 0 THEN 'A3' ELSE 'A1' END AS indicator, person_id,
            leaf_code, province_code, sex, birth_date, disability_type, disability_grade, household,
            education, is_first, 1 + i % 3 AS times,
            on_day AS completed_on, on_day AS from_day,
            CASE WHEN i % 50 = 0 THEN on_day + 100 ELSE DATE '9999-12-31' END AS to_day
     FROM person, (VALUES (true), (false)) AS s(is_first) WHERE is_first OR i % 4 = 0`,
  `CREATE TABLE new_employment AS
     SELECT '13-5' AS plan, 'A2' AS indicator, person_id, leaf_code, province_code, sex, birth_date,
            disability_type, disability_grade, household, education,
            CASE WHEN i % 4 = 0 THEN '灵活就业' ELSE '按比例就业' END AS employment_form,
            on_day AS started_on, on_day AS from_day, DATE '9999-12-31' AS to_day
     FROM person WHERE i % 5 = 0`,
  `CREATE TABLE institution_coverage AS
     SELECT '13-5' AS plan, CASE WHEN kind = '市辖区' THEN 'B3' ELSE 'B4' END AS indicator,
            leaf_code AS unit_code, leaf_code, province_code, covered, from_day, to_day
     FROM region, (VALUES (false, DATE '2016-01-01', DATE '2017-06-30'),
                          (true, DATE '2017-07-01', DATE '9999-12-31')) AS s(covered, from_day, to_day)
     WHERE leaf_code NOT LIKE '%-self'`,
  `CREATE TABLE graduate AS
     SELECT 2017 AS graduation_year, person_id, leaf_code, province_code, sex, birth_date,
            disability_type, disability_grade, household, '大专及以上' AS graduation_level, i % 3 <> 0 AS is_employed,
            DATE '2017-07-01' AS from_day, DATE '2018-06-30' AS to_day
     FROM person WHERE i % 10 = 0`,
  `CREATE TABLE placed_person AS
     SELECT CAST(2018 AS SMALLINT) AS year, person_id, leaf_code, province_code, sex, birth_date,
            disability_type, disability_grade, household, education,
            CASE WHEN i % 8 = 0 THEN '国有企业' END AS employer_kind,
            DATE '2018-01-01' AS from_day, DATE '2018-12-31' AS to_day FROM person WHERE i % 4 = 0`,
  `CREATE TABLE target AS SELECT plan, indicator, region_code, set_by, CAST(y AS SMALLINT) AS year,
     CAST(t AS DECIMAL(18, 4)) AS target_value FROM (VALUES
     ('13-5', 'A1', '000000', 'national', NULL, 20000),
     ('13-5', 'A1', '110000', 'national', NULL, 300),
     ('13-5', 'A1', '440000', 'own', NULL, 1500),
     ('13-5', 'A1', '110101', 'own', NULL, 50),
     ('13-5', 'A1', '440104', 'own', 2018, 70),
     ('13-5', 'C1', '440000', 'own', 2018, 0.65),
     ('13-5', 'A1', '659001', 'own', NULL, 9)
   ) AS v(plan, indicator, region_code, set_by, y, t)`,
  `CREATE TABLE target_version AS SELECT 1 AS file_id, CAST(n AS BIGINT) AS line, unit, quarter,
     quarter || '/' || unit || '/target.csv' AS path, '13-5' AS plan, 'A1' AS indicator,
     code AS stated_code, if(unit = '000000', 'national', 'own') AS set_by,
     CAST(y AS SMALLINT) AS year, CAST(t AS DOUBLE) AS target_value,
     if(nature IS NULL, NULL, '粤残联〔2018〕1号') AS document_number, nature AS binding_nature,
     if(nature IS NULL, NULL, DATE '2018-01-01') AS effective_on, later AS superseded_in,
     later || '/' || unit || '/target.csv' AS superseded_by, code AS region_code FROM (VALUES
     (2, '000000', '2018Q1', '000000', NULL, 20000, NULL, NULL),
     (3, '000000', '2018Q1', '110000', NULL, 300, NULL, NULL),
     (2, '440000', '2018Q1', '440000', NULL, 1200, NULL, '2018Q2'),
     (2, '440000', '2018Q2', '440000', NULL, 1500, '约束性', NULL),
     (2, '110000', '2018Q2', '110101', NULL, 50, NULL, NULL),
     (3, '440000', '2018Q2', '440104', 2018, 70, NULL, NULL)
   ) AS v(n, unit, quarter, code, y, t, nature, later)`,
  `CREATE TABLE submission AS SELECT unit, '2018Q2' AS quarter, 'training' AS extract,
     1 AS files_accepted, 0 AS files_refused, 100 AS rows_read, 98 AS rows_accepted,
     2 AS rows_quarantined, 1 AS rows_superseded, 0 AS rows_retracted
     FROM (VALUES ('110000'), ('440000')) AS v(unit)`,
  `CREATE TABLE reported AS SELECT unit, extract, CAST(y AS SMALLINT) AS year
     FROM (VALUES ('110000'), ('440000')) AS u(unit),
          (VALUES ('training', NULL), ('levy_filing', 2017)) AS v(extract, y)`,
  `CREATE TABLE file AS SELECT * FROM (VALUES
     (1, '110000', '2018Q2', 'training'), (2, '440000', '2018Q2', 'training')
   ) AS v(file_id, unit, quarter, extract)`,
  `CREATE TABLE quarantine AS SELECT * FROM (VALUES
     (1, 'a', 3, '结束日期', '结束日期早于开始日期', '2018-01-01', 'open'),
     (2, 'b', 5, '性别', '性别与证号不符', '男', 'open'),
     (2, 'b', 9, '性别', '性别与证号不符', '女', 'mended')
   ) AS v(file_id, path, line, column_name, rule, value, state)`,
  `CREATE TABLE unmatched AS SELECT * FROM (VALUES
     ('110000', 'training', 4), ('440000', 'training', 6)) AS v(unit, extract, records)`,
  ...levyTables,
  ...commitmentTables,
]

/** A small mart file with every table of a published one, made by hand. */
export async function writeMart(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  for (const table of tables) await connection.run(table)
  for (const [mart, balance] of Object.entries(await readBalances())) {
    const states = balance.of ?? `state.${mart}`
    await connection.run(`CREATE TABLE ${mart} AS ${balanced(states, balance, 'as_of')}`)
  }
  await createMacros(connection, 'published')
  connection.closeSync()
  instance.closeSync()
}
