select
  file_id, path, sha256, bytes, unit, quarter, extract, form, encoding, fate, reason,
  rows_read, rows_accepted, rows_quarantined
from staging.file
