"""Which tables of the evidence a kind of resource fills, by the kind as a fact's `rests_on` names it."""

from collections.abc import Iterable

INDICATOR = "indicator/"
TABLES_OF: dict[str, tuple[str, ...]] = {
    "improvement-log": ("log",),
    "participation": ("participation",),
    "durations": ("durations",),
    "recommendations": ("recommendations",),
    "case-reviews": ("case_reviews",),
    "leadership": ("leadership", "leadership_questions"),
    "partnership": ("partnership",),
    "voice": ("voice",),
    "self-evaluation": ("self_evaluation",),
}
"""The kinds whose rows say something by themselves; figures go by indicator, case lists by what is recomputed from them."""


def indicators_in(names: Iterable[str]) -> frozenset[str]:
    """The ids of the indicators among pieces of evidence."""
    return frozenset(name.removeprefix(INDICATOR) for name in names if name.startswith(INDICATOR))
