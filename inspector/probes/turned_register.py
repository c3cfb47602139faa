"""What the register says of an indicator, and said otherwise in an earlier submission.

Tests:
    Where an earlier submission is at hand, whether the direction in which an indicator is better, the sort of measure it is,
    the known measure it is said to be, its target or its deadline was another. Until it is answered for, the earlier
    direction, sort and name count.

Why it matters:
    Figures that got worse have got better once the register says that less is better. Whoever turns the sign after seeing the
    figures has chosen the answer.

Innocent explanations:
    The register was wrong before, and was put right.
    A target or deadline was set anew for the year, as happens everywhere.
    The measure is counted in another way now, which ought to be a measure of its own.

Ask:
    Who changed it, when, and who was told?
    What had the figures been like until then?

Cannot tell:
    Without an earlier submission it says nothing. A cell filled that was blank is no change. Which of the two is right it does
    not know. A target or deadline set anew lowers no trust.

Reference:
    Bird and others (2005), Performance indicators: good, bad, and ugly, Journal of the Royal Statistical Society A 168(1), 1-27
    (what is measured, and which way is better, is fixed before figures are seen).
"""

from typing import Any

from inspector.evidence.before import HELD, turned_cells, unread
from inspector.model.evidence import Evidence, Indicator
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller

ABOUT = About(
    id="turned-register",
    title="A register that said otherwise before",
    fields=FIELDS,
    needs=("indicator-register",),
)
LOOKS_AT = "an earlier submission"
SUBJECT = "indicator-register"
NAMES = {"better": "direction (`better`)", "measure": "sort (`measure`)", "same_as": "name (`same_as`)"}
"""Cells of the register in words."""
UNREAD = "One of the two submissions could not be read here, so nothing can be compared."
INNOCENT = (
    "The register was wrong before, and was put right.",
    "A target or deadline was set anew for the year, as happens everywhere.",
    "The measure is counted in another way now, which ought to be a measure of its own.",
)
ASK = ("Who changed it, when, and who was told?", "What had the figures been like until then?")
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator of which a cell was another; one for the register where none was."""
    if evidence.before is None:
        return (TELL.not_applicable(SUBJECT, "No earlier submission was given to compare with (--earlier)."),)
    if unread(evidence, SUBJECT):
        return (TELL.too_little(SUBJECT, UNREAD, 0),)
    register = evidence.submitted_register or evidence.indicators
    if not register:
        return (TELL.not_applicable(SUBJECT, "There is no register of indicators."),)
    found = turned_cells(register, evidence.before)
    if found:
        known = {one.indicator for one in evidence.directions if one.vouched == "framework"}
        return tuple(_asked(id, was, one, id in known) for id, was, one in sorted(found, key=lambda turned: turned[0]))
    n = len(register)
    says = f"{plural(n, 'indicator')} {agree(n, 'was', 'were')} compared with the earlier register; none says otherwise now."
    return (TELL.tested("clear", SUBJECT, says, n, p_value=None, effect=0.0, smallest=1 / n, rows=register),)


def _asked(id: str, was: dict[str, Any], one: Indicator, known: bool) -> Trace:
    cells = [f"its {NAMES.get(name, name)} was {was[name]}, and now it is {_now(one, name)}" for name in was]
    held = [NAMES.get(name, name) for name in was if name in HELD]
    counts = f" The earlier {' and '.join(held)} {agree(len(held), 'counts', 'count')} here." if held else ""
    counts = " What the framework says of this measure counts here." if held and known else counts
    # Which way is better is about every figure; what is held to the earlier word, or read by no signal, changes none.
    effect = 1.0 if "better" in was and not known else 0.0
    says = f"In the register of the earlier submission {'; '.join(cells)}.{counts}"
    return TELL.tested("question", f"indicator/{id}", says, 1, p_value=None, effect=effect, smallest=1.0, rows=[one])


def _now(one: Indicator, name: str) -> object:
    now = getattr(one, name)
    return "not stated" if now is None else now
