select file_id, path, line, column_name, rule, value from staging.quarantine
