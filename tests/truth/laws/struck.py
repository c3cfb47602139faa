"""Where questions are about rows: both verdicts are told, the lower stands, and rows are counted once."""

import re

from tests.truth.case import Case
from tests.truth.laws import law
from tests.truth.ledger import See

LOWEST_FIRST = ("deteriorating", "slipping", "static", "emerging", "improving")


def _height(verdict: str) -> int:
    return LOWEST_FIRST.index(verdict if verdict in LOWEST_FIRST else "static")


@law
def the_lower_verdict_stands(case: Case, see: See) -> None:
    """The verdict is no higher than with nothing struck, nor than with the rows struck."""
    found = case.result.get("struck")
    if found is None:
        return
    see.same("the verdict that stands", found["stands"], case.result["verdict"]["verdict"])
    least = min(_height(found["as_submitted"]), _height(found["struck"]))
    see.order(
        _height(found["stands"]) <= least, f"{found['stands']} stands, of {found['as_submitted']} and {found['struck']}"
    )
    for name in ("as_submitted", "struck", "stands"):
        see.claim(found[name].replace("-", " ").upper() in found["says"], f"{found[name]} is not told")


@law
def rows_asked_about_are_counted(case: Case, see: See) -> None:
    """The sentence counts the rows of all parts, each once; each part those of its probe's question."""
    found = case.result.get("struck")
    if found is None:
        return
    every: set[tuple[str, int]] = set()
    asked = {
        (one["probe"], row)
        for one in case.result["traces"]
        if "question" in one["outcome"]
        for row in _rows(one["rows"])
    }
    for part in found["parts"]:
        rows = _rows(part["rows"])
        see.number(f"rows of {part['evidence']}", part["count"], len(rows))
        see.row(all((part["probe"], row) in asked for row in rows), f"{part['probe']} asks about other rows")
        see.order(part["count"] <= part["of"], f"{part['count']} of {part['of']}")
        every |= rows
    told = re.match(r"(\d+) row", found["says"])
    see.claim(bool(told) and int(told[1]) == len(every), f"{len(every)} rows are asked about")  # type: ignore[index]
    for rows in every:
        see.row(bool(case.bundle.at(*rows)), f"there is no {rows}")


def _rows(runs: list[dict[str, list[list[int]]]]) -> set[tuple[str, int]]:
    return {
        (str(one["resource"]), row) for one in runs for first, last in one["rows"] for row in range(first, last + 1)
    }
