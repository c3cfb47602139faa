"""The manipulability of every indicator as a table that an authority can act on."""

import textwrap
from collections.abc import Sequence

from inspector.model.manipulability import EXPOSURES, Manipulability
from inspector.report.harmless import plain

INTRODUCTION = (
    "How open each indicator is to being shaped, by its register and its data. This says nothing about whether it was. "
    "The last column says what would make it harder."
)
NOTHING = "The register names no indicators."
WIDTHS = (22, 8, 34, 46)


def manipulability_text(profiles: Sequence[Manipulability]) -> str:
    """The table, most exposed first; ends with a line break."""
    if not profiles:
        return NOTHING + "\n"
    from tabulate import tabulate

    rows = [row for profile in most_exposed_first(profiles) for row in _rows(profile)]
    table = tabulate(rows, headers=("indicator", "exposed", "because", "harder if you"), tablefmt="simple")
    return textwrap.fill(INTRODUCTION, 110) + "\n\n" + table + "\n"


def most_exposed_first(profiles: Sequence[Manipulability]) -> list[Manipulability]:
    """The indicators in the order in which they need somebody's eye."""
    return sorted(profiles, key=lambda one: (-EXPOSURES.index(one.level), -len(one.reasons), one.indicator))


def _rows(profile: Manipulability) -> list[tuple[str, ...]]:
    reasons = [(f"{r.says} [{r.opening}]", r.closes) for r in profile.reasons] or [("nothing found", "")]
    first = (profile.indicator, profile.level)
    cells = [(*(first if place == 0 else ("", "")), *reason) for place, reason in enumerate(reasons)]
    return [tuple(_folded(cell, width) for cell, width in zip(row, WIDTHS, strict=True)) for row in cells]


def _folded(text: str, width: int) -> str:
    return textwrap.fill(plain(text), width, break_long_words=False, break_on_hyphens=True)
