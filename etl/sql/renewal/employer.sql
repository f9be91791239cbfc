-- Employers of whom a changed row tells, and those whose province has reported the year for the first time, or no longer.
select unit, year, credit_code from renewal.placement_changed
union
select unit, year, credit_code from renewal.levy_filing_changed
union
select f.unit, f.year, f.credit_code
from renewal.levy_filing_both f
join renewal.newly_reported n on n.extract = 'levy_filing' and n.year = f.year
join standing.landing l
  on l.code = f.region_code and l.by_corps = (f.unit = '660000') and l.province_code = n.unit
