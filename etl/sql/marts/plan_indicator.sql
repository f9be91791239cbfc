select plan, indicator, starts_on, deadline, kind, period, scope_scheme, parameters
from reference.plan_indicator
