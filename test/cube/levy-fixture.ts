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
]
