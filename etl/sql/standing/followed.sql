-- Who was trained or placed: asked for one by one of 38 million registrations, so made before.
select person_id from standing.training
union
select person_id from standing.placement
