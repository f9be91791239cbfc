/** The tables of the levy in the hand-made mart; after `region` and `person`. */
export const levyTables = [
  `CREATE TABLE levy_ledger AS
     SELECT CAST(2018 AS SMALLINT) AS year, leaf_code, province_code, direction, item, is_direct,
            CAST(amount + n AS DECIMAL(38, 4)) AS amount, from_day, DATE '2018-12-31' AS to_day
     FROM (SELECT *, row_number() OVER (ORDER BY leaf_code) AS n FROM region)
     CROSS JOIN (VALUES
       ('征收收入', NULL, false, 1000.25, DATE '2018-03-31'),
       ('支出', '岗位补贴', true, 100.10, DATE '2018-03-31'),
       ('支出', '岗位补贴', true, -10.05, DATE '2018-06-30'),
       ('支出', '其他', false, 200.00, DATE '2018-06-30')
     ) AS v(direction, item, is_direct, amount, from_day)`,
  `CREATE TABLE levy_filing AS
     SELECT CAST(2018 AS SMALLINT) AS year, province_code AS unit, 'C' || i AS credit_code,
            CASE WHEN i % 3 = 0 THEN '党政机关' ELSE '民营企业' END AS employer_kind,
            '其他' AS employer_class, leaf_code, province_code, CAST(i AS INTEGER) AS employees,
            CAST(i % 5 AS INTEGER) AS placed_heads, CAST(i % 4 AS INTEGER) AS placement_heads,
            CAST(i % 6 AS INTEGER) AS placement_weighted, '30人及以下' AS size_band,
            CASE WHEN i % 7 = 0 THEN '超过比例' ELSE '安排不足' END AS ratio_band,
            ['达到比例', '暂免征收', '减缴上档', '减缴下档', '不分档'][1 + i % 5] AS tier,
            i % 2 = 0 AS is_cap_known, CAST(i * 10.5 AS DECIMAL(20, 4)) AS levy_declared,
            CAST(i AS DECIMAL(18, 4)) AS levy_reduced, CAST(i * 9.5 AS DECIMAL(18, 4)) AS levy_paid,
            CAST(i * 10 AS DECIMAL(38, 2)) AS levy_recomputed,
            CAST(i % 3 * 0.5 AS DECIMAL(38, 2)) AS levy_difference,
            CASE WHEN i % 3 > 0 THEN '多报' END AS difference_reason,
            DATE '2018-01-01' + CAST(i % 250 AS INTEGER) AS from_day, DATE '2018-12-31' AS to_day
     FROM person WHERE i % 2 = 0`,
  `CREATE TABLE training_conversion AS
     SELECT 'levy-2020' AS plan, 'L10' AS indicator, person_id, leaf_code, province_code, sex,
            birth_date, disability_type, disability_grade, household, education,
            CASE WHEN i % 4 = 0 THEN '盲人保健按摩' ELSE '城镇职业技能' END AS programme,
            province_code AS institution_unit, 'T' || i % 9 AS institution_code,
            strftime(on_day, '%Y-%m') AS completed_month, i % 3 = 0 AS is_converted,
            on_day + 180 AS from_day, on_day + 545 AS to_day
     FROM person`,
  `CREATE TABLE converting_spell AS
     SELECT * EXCLUDE (indicator, completed_month, is_converted), 'L11' AS indicator,
            CASE WHEN hash(person_id) % 3 = 0 THEN '灵活就业' ELSE '按比例就业' END AS employment_form,
            completed_month AS started_month, hash(person_id) % 2 = 0 AS is_stable
     FROM training_conversion WHERE is_converted`,
  `CREATE TABLE rated_training AS
     SELECT 'levy-2020' AS plan, 'L12' AS indicator, CAST(year(from_day) AS SMALLINT) AS year,
            leaf_code, province_code, programme, institution_unit, institution_code,
            is_converted AS is_satisfied, from_day, make_date(year(from_day), 12, 31) AS to_day
     FROM training_conversion`,
  `CREATE TABLE duplicate_placement AS
     SELECT CAST(2018 AS SMALLINT) AS year, person_id, false AS is_military, 'C' || n AS credit_code,
            leaf_code, province_code, DATE '2018-01-01' + CAST(i % 200 AS INTEGER) AS from_day,
            DATE '2018-12-31' AS to_day
     FROM person, range(2) AS copies(n) WHERE i % 10 = 0`,
  `CREATE TABLE training_cohort AS
     SELECT 'levy-2020' AS plan, outcome, CAST(days AS SMALLINT) AS days, leaf_code, province_code,
            programme, institution_unit, institution_code, completed_month, count(*) AS due,
            count(*) FILTER (is_converted) AS reached,
            last_day(CAST(completed_month || '-01' AS DATE)) + CAST(days AS INTEGER) AS from_day,
            DATE '9999-12-31' AS to_day
     FROM training_conversion CROSS JOIN (VALUES
       ('trained', 0), ('converted', 30), ('converted', 90), ('converted', 180), ('converted', 365),
       ('stable', 30), ('stable', 90), ('stable', 180), ('stable', 365)
     ) AS v(outcome, days)
     GROUP BY ALL`,
  `CREATE TABLE training_institution AS
     SELECT DISTINCT institution_unit AS unit, institution_code,
            '机构' || institution_code AS institution_name, '职业培训机构' AS institution_kind,
            DATE '2010-01-01' AS founded_on, CAST(NULL AS DATE) AS closed_on
     FROM training_conversion`,
  `CREATE TABLE duplicate_pair AS SELECT CAST(2018 AS SMALLINT) AS year, false AS is_military,
     province_code, other_province_code, placements, persons, from_day, DATE '2018-12-31' AS to_day
     FROM (VALUES
       ('110000', '440000', 1, 0, DATE '2018-02-01'), ('110000', '440000', 1, 0, DATE '2018-02-01'),
       ('110000', '440000', 1, 0, DATE '2018-07-01'), ('110000', '440000', 0, 1, DATE '2018-02-01'),
       ('440000', '660000', 1, 0, DATE '2018-03-01'), ('440000', '660000', 1, 0, DATE '2018-03-01'),
       ('440000', '660000', 0, 1, DATE '2018-03-01')
     ) AS v(province_code, other_province_code, placements, persons, from_day)`,
  `CREATE TABLE levy_chain AS
     SELECT year, leaf_code, province_code, direction, item, is_direct, amount, 0 AS persons,
            from_day, to_day
     FROM levy_ledger
     UNION ALL
     SELECT CAST(2018 AS SMALLINT), leaf_code, province_code, '安排', NULL, false, 0, count(*),
            DATE '2018-01-01', DATE '2018-12-31'
     FROM person WHERE i % 4 = 0 GROUP BY ALL`,
]
