-- State: open, or mended where the unit has sent the record again in a later file.
select file_id, path, line, column_name, rule, value, state from staging.quarantine
