/** The tables of the further commitments in the hand-made mart; after `region` and `person`. */
export const commitmentTables = [
  `CREATE TABLE trained_staff AS
     SELECT '13-5' AS plan, 'B5' AS indicator, person_id AS staff_id, leaf_code, province_code,
            true AS is_first, 1 + i % 2 AS times, on_day AS completed_on, on_day AS from_day,
            DATE '9999-12-31' AS to_day
     FROM person WHERE i % 5 = 0`,
  `CREATE TABLE state.person_rate AS
     SELECT '13-5' AS plan, CASE WHEN i % 3 = 0 THEN 'C3' ELSE 'A4' END AS indicator, person_id,
            leaf_code, province_code, sex, birth_date, disability_type, disability_grade,
            household, education,
            is_due, NOT is_due AS is_reached,
            CASE WHEN is_due THEN DATE '2016-01-01' ELSE on_day END AS from_day,
            DATE '9999-12-31' AS to_day
     FROM person, (VALUES (true), (false)) AS s(is_due) WHERE is_due OR i % 4 > 0`,
  `CREATE TABLE person_profile AS
     SELECT plan, indicator, q AS quarter_end, province_code, sex, disability_type, disability_grade,
            household, education, CASE WHEN i_age < 45 THEN '35–44 岁' ELSE '45–54 岁' END AS age_band,
            CAST(count(*) FILTER (is_due) AS INTEGER) AS persons_due,
            CAST(count(*) FILTER (is_reached) AS INTEGER) AS persons_reached
     FROM (SELECT *, year(birth_date) % 30 + 30 AS i_age FROM state.person_rate)
     JOIN (VALUES (DATE '2017-12-31'), (DATE '2018-03-31'), (DATE '2018-06-30')) AS e(q)
       ON q BETWEEN from_day AND to_day
     GROUP BY ALL`,
  `CREATE TABLE state.register_entry AS
     SELECT '13-5' AS plan, 'C2' AS indicator, person_id, leaf_code, province_code,
            1 AS registered, 0 AS holders, on_day AS from_day, DATE '9999-12-31' AS to_day
     FROM person WHERE i % 3 > 0
     UNION ALL
     SELECT '13-5', 'C2', NULL, leaf_code, province_code, 0, 70 + n, DATE '2016-01-01',
            DATE '9999-12-31'
     FROM (SELECT *, row_number() OVER (ORDER BY leaf_code) AS n FROM region)`,
  `CREATE TABLE open_institution AS
     SELECT province_code AS unit, 'I' || i AS institution_code,
            CASE WHEN i % 3 = 0 THEN '盲人按摩专科医院' ELSE '盲人按摩实训基地' END AS institution_kind,
            CASE WHEN i % 2 = 0 THEN '市' ELSE '省' END AS tier, CAST(i AS INTEGER) AS capacity,
            leaf_code, province_code, on_day AS from_day, on_day + 600 AS to_day
     FROM person WHERE i % 9 = 0`,
  `CREATE TABLE lead_employer AS
     SELECT '13-5' AS plan, CASE WHEN i % 2 = 0 THEN 'B1' ELSE 'B2' END AS indicator,
            CAST(2017 AS SMALLINT) AS year, province_code AS unit, 'E' || i AS credit_code,
            leaf_code, province_code, i % 3 > 0 AS places_somebody, on_day AS from_day,
            DATE '9999-12-31' AS to_day
     FROM person WHERE i % 7 = 0`,
  `CREATE TABLE state.household AS
     SELECT '13-5' AS plan, 'C7' AS indicator, person_id AS family_id, leaf_code, province_code,
            is_due, NOT is_due AS is_at_work,
            CASE WHEN is_due THEN on_day ELSE on_day + 100 END AS from_day,
            CASE WHEN is_due THEN DATE '9999-12-31' ELSE on_day + 500 END AS to_day
     FROM person, (VALUES (true), (false)) AS s(is_due) WHERE is_due OR i % 3 = 0`,
  `CREATE TABLE milestone_state AS
     SELECT '13-5' AS plan, indicator, leaf_code, province_code,
            is_due, NOT is_due AS is_done,
            CASE WHEN is_due THEN DATE '1900-01-01' ELSE DATE '2017-06-30' END AS from_day,
            DATE '9999-12-31' AS to_day
     FROM (VALUES ('440000-self', '440000'), ('110101', '110000')) AS p(leaf_code, province_code), (VALUES ('M1'), ('M6')) AS m(indicator),
          (VALUES (true), (false)) AS s(is_due)`,
  `CREATE TABLE basis_year AS SELECT '13-5' AS plan, indicator, CAST(y AS SMALLINT) AS year,
     CAST(f AS DATE) AS from_day, CAST(t AS DATE) AS to_day FROM (VALUES
     ('B1', NULL, '1900-01-01', '2017-05-31'), ('B1', 2017, '2017-06-01', '9999-12-31'),
     ('B2', NULL, '1900-01-01', '2017-05-31'), ('B2', 2017, '2017-06-01', '9999-12-31'),
     ('C2', 2016, '2016-01-01', '2017-12-31'), ('C2', 2018, '2018-01-01', '9999-12-31')
   ) AS v(indicator, y, f, t)`,
  `CREATE TABLE family_number_missing AS SELECT * FROM (VALUES
     ('110000', 3), ('440000', 5)) AS v(unit, persons)`,
]
