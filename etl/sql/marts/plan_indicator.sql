select plan, indicator, starts_on, deadline, kind, scope_scheme, parameters
from reference.plan_indicator
