select code, name, level, kind, parent_code, valid_from,
  coalesce(valid_to, date '9999-12-31') as valid_to
from reference.region_unit
