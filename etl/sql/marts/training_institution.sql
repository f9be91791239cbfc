-- What is known of an institution under whose code trainings were sent; its name where it is registered.
select
  t.unit,
  t.institution_code,
  i.institution_name,
  i.institution_kind,
  i.founded_on,
  i.closed_on
from marts.training_place t
left join standing.institution i using (unit, institution_code)
