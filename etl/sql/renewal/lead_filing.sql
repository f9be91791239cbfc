-- Those that a moved basis year brings in or leaves out, with the rows that take each other's place.
with lead as (
  select distinct unit, year, credit_code
  from renewal.levy_filing_both
  where employer_class in (
    select asks.employer_class from reference.plan_indicator where counted_in = 'lead_employers'
  )
)

select part, place from renewal.levy_filing_both semi join lead using (unit, year, credit_code)
except
from renewal.levy_filing_place
