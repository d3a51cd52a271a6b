from __future__ import annotations

from hypothesis import HealthCheck, settings

# a shared machine may be slow, and a slow example is no wrong one
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
