"""Many trifles are logged as improvements.

Dose: how many are added (1: eight a month). They name no measure and predict nothing. `log-against-participation` should
ask where participation was left as it was.
"""

from dataclasses import replace
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority

SEEN_BY = ("log-against-participation",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with trifles in its log."""
    made = logs.stream_of_tests(f"{authority.seed}/trifles", authority.start, authority.months, 8 * dose, {})
    bare = [{key: v for key, v in row.items() if key not in ("prediction", "learned", "indicator")} for row in made]
    small = [{**row, "scale": draw.choice(("one-case", "one-worker"))} for row in bare]
    return replace(authority, log=logs.numbered([*authority.log, *small]))
