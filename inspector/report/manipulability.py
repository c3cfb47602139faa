"""The manipulability of every indicator as a table that an authority can act on."""

import textwrap
from collections.abc import Sequence
from typing import Any, Literal, TypedDict

from inspector.model.manipulability import EXPOSURES, Exposure, Manipulability, Opening
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


class ReasonOf(TypedDict):
    """One way in which an indicator is open: `says` what the register or the data show, `closes` what would make it harder."""

    opening: Opening
    says: str
    closes: str


class ExposureOf(TypedDict):
    """How open one indicator is, with its reasons; `because` sums up a high level and is empty otherwise."""

    indicator: str
    title: str
    level: Exposure
    because: str
    reasons: list[ReasonOf]


class ManipulabilityDocument(TypedDict):
    """How open every indicator of a bundle is to being shaped, the most open first. It says nothing about whether any was."""

    format: Literal["inspector-manipulability"]
    version: Literal[1]
    authority: str
    bundle: str
    indicators: list[ExposureOf]


def manipulability_document(profiles: Sequence[Manipulability], authority: str, digest: str) -> ManipulabilityDocument:
    """The profiles as plain values; `digest` is that of the bundle."""
    return {
        "format": "inspector-manipulability",
        "version": 1,
        "authority": authority,
        "bundle": digest,
        "indicators": [
            {
                "indicator": one.indicator,
                "title": one.title,
                "level": one.level,
                "because": one.because,
                "reasons": [{"opening": r.opening, "says": r.says, "closes": r.closes} for r in one.reasons],
            }
            for one in most_exposed_first(profiles)
        ],
    }


def profile_values(profiles: Sequence[Manipulability]) -> list[dict[str, Any]]:
    """The profiles for a page, the most open first."""
    return [
        {
            "indicator": one.indicator,
            "title": one.title,
            "level": one.level,
            "because": one.because,
            "why": [{"opening": r.opening, "says": r.says, "closes": r.closes} for r in one.reasons],
        }
        for one in most_exposed_first(profiles)
    ]


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
