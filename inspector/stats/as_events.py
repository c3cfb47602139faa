"""Plain numbers that are counts of rare events: whole, never negative, mostly nought or one."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.stats.judgement import Observation

RARE = 2.0
"""As `observe.RARE`."""
NOUGHTS = 0.2
"""The least share of periods without one: a score from 1 to 3 is no count."""
MOST = 1000.0


def as_events(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations, as counts where all of them are values that can only be counts of rare events."""
    values = [one.value for one in observations]
    whole = [v for v in values if v is not None and 0 <= v <= MOST and v == int(v)]
    if not whole or len(whole) < len(values) or sum(whole) >= RARE * len(whole):
        return tuple(observations)
    if sum(v == 0 for v in whole) < NOUGHTS * len(whole):
        return tuple(observations)
    return tuple(replace(one, value=None, numerator=one.value) for one in observations)
