"""How open every indicator is to being shaped, as a page for the authority: what would close most first, then every indicator."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from inspector.model.manipulability import EXPOSURES, OPENINGS, Manipulability
from inspector.report.harmless import harmless
from inspector.report.html.page import exposure_page
from inspector.report.manipulability import most_exposed_first, profile_values
from inspector.report.wording import LANGUAGE

FIRST = 5
"""Changes that are named on the first page."""


def render(profiles: Sequence[Manipulability], authority: str, digest: str, language: str = LANGUAGE) -> str:
    """The page, ending in a newline; `digest` is that of the bundle."""
    counts = Counter(one.level for one in profiles)
    values = {
        "name": authority,
        "digest": digest,
        "counts": {level: counts[level] for level in EXPOSURES},
        "most": next((level for level in reversed(EXPOSURES) if counts[level]), ""),
        "closers": closers(profiles)[:FIRST],
        "profiles": profile_values(profiles),
    }
    return exposure_page(harmless(values), language)


def closers(profiles: Sequence[Manipulability]) -> list[dict[str, Any]]:
    """What would close an opening, with the indicators that it would make harder to shape.

    What helps most indicators of the highest level stands first, then what helps most in all, then in the order of openings.
    """
    found: dict[tuple[str, str], list[Manipulability]] = {}
    for one in most_exposed_first(profiles):
        for reason in one.reasons:
            found.setdefault((reason.opening, reason.closes), []).append(one)
    most = max((EXPOSURES.index(one.level) for one in profiles), default=0)

    def rank(closer: tuple[str, str]) -> tuple[int, int, int, str]:
        helped = found[closer]
        gravest = sum(EXPOSURES.index(one.level) == most for one in helped)
        return -gravest, -len(helped), OPENINGS.index(closer[0]), closer[1]

    return [
        {"opening": opening, "closes": closes, "indicators": [one.title for one in found[opening, closes]]}
        for opening, closes in sorted(found, key=rank)
    ]
