-- With the employers of whom a person's placement asks the kind.
with employer as (
  from renewal.employer
  union
  select unit, year, credit_code
  from renewal.placement semi join renewal.person using (person_id)
  union
  select unit, year, credit_code from renewal.placement_changed
)

select part, place from renewal.levy_filing_both semi join employer using (unit, year, credit_code)
