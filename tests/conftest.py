"""Settings of the whole suite: how hard the property tests try, and that it is nobody's CI job.

`HYPOTHESIS_PROFILE=thorough pytest` tries each property 20,000 times.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite",
    max_examples=150,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),  # CI answers for a change, not for luck
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("suite"), max_examples=20_000)
for _name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(_name, None)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
