"""The evidence without the rows that a visit did not find as written: set aside with that reason, or gone where none is told."""

from collections.abc import Iterable
from typing import Any

from inspector.evidence.tables import INDICATOR
from inspector.model.evidence import Doubted, Evidence
from inspector.model.visits import Unit
from inspector.proof.pieces import TABLES, Place, place
from inspector.verdict.struck import questioned

SAYS = "not found as written on site"
REFUTED = "that nobody looked at and that may be wrong, since too many that were looked at are"
KEPT = {"log": "struck_log", "participation": "struck_participation"}
"""Tables whose rows are kept where whoever counts them can say that they do not count."""


def set_aside(evidence: Evidence, wrong: Iterable[Place], *, refuted: bool = False) -> Evidence:
    """The evidence without these rows. Entries of the log, rows on participation and figures are told as set aside.

    Rows of other tables are gone, as if nobody had submitted them. What is not a row of any table changes nothing. `refuted`:
    nobody looked at these rows, and more of them are wrong than was claimed.
    """
    gone = frozenset(wrong)
    lost = {name: tuple(one for one in getattr(evidence, name) if place(one) in gone) for name in TABLES}
    if not any(lost.values()):
        return evidence
    changed: dict[str, Any] = {}
    for name, rows in lost.items():
        if rows:
            changed[name] = tuple(one for one in getattr(evidence, name) if place(one) not in gone)
            if name in KEPT:
                changed[KEPT[name]] = (*getattr(evidence, KEPT[name]), *rows)
    if lost["figures"]:
        changed["set_aside"] = (
            *evidence.set_aside,
            *(questioned(one, REFUTED if refuted else SAYS) for one in lost["figures"]),
        )
    kept = sorted({place(one) for name in ("log", "participation", "figures") for one in lost[name]})
    changed["doubted"] = (
        *evidence.doubted,
        *(Doubted(resource=r, row=n, on_site=True, refuted=refuted) for r, n in kept),
    )
    return evidence.model_copy(update=changed)


def struck_by(evidence: Evidence, unit: Unit, members: Iterable[str], at: Place) -> tuple[Place, ...]:
    """The rows that are not as written where what was looked at is not: itself, or the figures that a case is counted in."""
    if unit != "case":
        return (at,)
    names = {one.removeprefix(INDICATOR) for one in members}
    months = {
        (one.indicator, one.period_start, one.period_end)
        for one in evidence.recomputed
        if one.resource == at[0] and at[1] in one.rows and one.indicator in names
    }
    return tuple(place(one) for one in evidence.figures if (one.indicator, one.period_start, one.period_end) in months)
