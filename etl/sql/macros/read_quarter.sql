create or replace macro read_quarter(cell) as
  cast(
    case
      when cell in ('1', 'Q1', '第一季度') then 1
      when cell in ('2', 'Q2', '第二季度') then 2
      when cell in ('3', 'Q3', '第三季度') then 3
      when cell in ('4', 'Q4', '第四季度') then 4
    end as tinyint
  )
