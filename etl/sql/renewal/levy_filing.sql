-- With the employers of whom a person's placement asks the kind, and those that a moved basis year would
-- bring in or leave out.
with employer as (
  from renewal.employer
  union
  select unit, year, credit_code
  from renewal.placement semi join renewal.person using (person_id)
  union
  select unit, year, credit_code from renewal.placement_changed
)

select part, place from renewal.levy_filing_both
where (unit, year, credit_code) in (select (unit, year, credit_code) from employer)
  or employer_class in (
    select asks.employer_class from reference.plan_indicator where counted_in = 'lead_employers'
  )
