select * from staging.registration
anti join standing.registration_replaced using (file_id, line)
where not is_void
