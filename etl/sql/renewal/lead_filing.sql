-- Those that a moved basis year brings in or leaves out.
select part, place
from renewal.levy_filing_both
where employer_class in (
  select asks.employer_class from reference.plan_indicator where counted_in = 'lead_employers'
)
except
from renewal.levy_filing_place
