"""Draw the same examples on every machine: a test that fails for one fails for all, and no slow minute makes it fail."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
