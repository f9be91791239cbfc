-- Whoever has a standing registration resides somewhere: asked of residences, since what makes a
-- registration stand takes as much memory again.
with record as (
  select unit, 'employment' as extract, person_id from standing.employment
  union all
  select unit, 'training', person_id from standing.training where person_id is not null
  union all
  select unit, 'service', person_id from standing.service
  union all
  select unit, 'placement', person_id from standing.placement where not is_military
)

select unit, extract, count(*) as records
from record anti join standing.residence using (person_id)
group by unit, extract
