-- Who may have more than one registration: found by a hash, which takes a fraction of the memory of the
-- person, and apart from who reads it, so that the two are not in memory at once.
select hash(person_id) as key from standing.registration group by all having count(*) > 1
