select year, unit, filed_on, sum(filings) as filings
from (
  from before.filing_day
  union all
  from present.marts.filing_day
  union all
  select * replace (-filings as filings) from past.marts.filing_day
)
group by all
having sum(filings) <> 0
