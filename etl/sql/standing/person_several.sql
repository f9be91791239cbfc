-- Who has several rows, also replaced ones, and whether these are of several records: found by hashes,
-- which take a fraction of the memory of what they stand for. A record is one person's.
select
  hash(person_id) as person,
  min(hash(unit, person_id, card)) <> max(hash(unit, person_id, card)) as is_of_records
from staging.registration
group by person
having count(*) > 1
