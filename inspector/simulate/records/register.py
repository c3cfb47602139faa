"""What the register of measures says, and which measures are in it."""

from collections.abc import Callable

from inspector.simulate.authority import Authority
from inspector.simulate.records.scene import Rows

CONDITIONS = ("same-worker", "re-referrals", "supervision-held")
"""The measures of the catalogue that tell in which conditions people work."""

SAME_AS = {
    "seen-alone": "children-seen-alone",
    "same-worker": "same-worker-throughout",
    "re-referrals": "re-referrals-within-12-months",
    "home-again": "home-again",
    "placement-moves": "placement-moves",
    "family-heard": "family-heard",
    "assessments-in-time": "assessments-within-45-working-days",
    "supervision-held": "supervision-held",
    "plans-reviewed": "protection-plans-reviewed-in-time",
    "agency-workers": "agency-social-workers",
}
"""What each measure of the catalogue is called by whoever asks all authorities for it."""


def _named(one: Authority) -> Rows:
    """The whole register, with what everybody calls each measure."""
    return [{**row, "same_as": SAME_AS[row["indicator"]]} for row in one.register]


def _without_conditions(one: Authority) -> Rows:
    return [row for row in _named(one) if row["indicator"] not in CONDITIONS]


def _without_names(one: Authority) -> Rows:
    return [row for row in one.register if row["indicator"] not in CONDITIONS]


def _sorts_unstated(one: Authority) -> Rows:
    return [{key: value for key, value in row.items() if key != "measure"} for row in _named(one)]


WAYS: dict[str, Callable[[Authority], Rows]] = {
    "whole": _named,
    "own-names": lambda one: [dict(row) for row in one.register],
    "without-conditions": _without_conditions,
    "without-conditions-or-names": _without_names,
    "sorts-unstated": _sorts_unstated,
}
