-- What is asked of a person to be due: indicators that ask the same are one question.
select
  cast(plan as standing.code) as plan,
  cast(indicator as standing.code) as indicator,
  counted_in,
  extract,
  asks.reached_by is not distinct from 'survey' as asks_survey,
  asks.wants_work as wants_work,
  asks.wants_massage_training as wants_massage_training,
  asks.disability_type as disability_type,
  asks.working_age_from as working_age_from,
  asks.working_age_men_to as working_age_men_to,
  asks.working_age_women_to as working_age_women_to,
  cast(dense_rank() over alike as tinyint) as question
from reference.plan_indicator
where counted_in in ('person_rates', 'register_entries')
window alike as (
  order by
    extract, asks_survey, wants_work, wants_massage_training, disability_type, working_age_from,
    working_age_men_to, working_age_women_to
)
