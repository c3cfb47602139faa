"""What the register says of an indicator, and said otherwise in an earlier submission.

Tests:
    Where earlier submissions are at hand, all of them or what a register keeps of each, whether the direction in which an
    indicator is better, the sort of measure it is, the known measure it is said to be, its target or its deadline was another,
    be it in one of them and back again. Until it is answered for, the direction, sort and name count that the oldest had.

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

from collections.abc import Iterator
from typing import Any

from inspector.evidence.before import HELD, REGISTER, turned_cells, unread
from inspector.evidence.since import Against, cited, turned
from inspector.model.evidence import Evidence, Indicator
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, both

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
    last = _since_the_last(evidence)
    return _joined(last, tuple(_since_any(evidence))) if evidence.history else last


def _joined(last: tuple[Trace, ...], every: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """One trace for each indicator: what all say where one before the last says more. None is clear beside a question."""
    asking = {trace.subject: trace for trace in last if trace.outcome == "question"}
    for trace in every:
        if trace.outcome == "question" and (
            trace.subject not in asking or _cells(trace) > _cells(asking[trace.subject])
        ):
            asking[trace.subject] = trace
    return tuple(asking[subject] for subject in sorted(asking)) or both(last, every)


def _cells(trace: Trace) -> int:
    """How many cells a trace tells of."""
    return trace.says.count(", and now it is ")


def _since_any(evidence: Evidence) -> Iterator[Trace]:
    """The same against every earlier submission, by what each held."""
    register = evidence.submitted_register or evidence.indicators
    if not register:
        return
    known = {one.indicator for one in evidence.directions if one.vouched == "framework"}
    by_indicator: dict[str, list[Against]] = {}
    for one in turned(evidence):
        assert one.then is not None
        by_indicator.setdefault(getattr(one.then, "indicator", ""), []).append(one)
    for id, some in sorted(by_indicator.items()):
        yield _asked_of_any(id, some, id in known)
    if not by_indicator:
        n = len(register)
        says = f"{plural(n, 'indicator')} {agree(n, 'was', 'were')} compared with every earlier register; "
        says += "none says otherwise now."
        yield TELL.tested("clear", SUBJECT, says, n, p_value=None, effect=0.0, smallest=1 / n, rows=register)


def _asked_of_any(id: str, some: list[Against], known: bool) -> Trace:
    """`some` are in the order in which the submissions were received; of each cell the last that had it otherwise is told."""
    last = {name: one for one in some for name in one.what}
    cells = [
        f"its {NAMES.get(name, name)} was {getattr(last[name].then, name)} in what was received on "
        f"{last[name].held.received_on}, and now it is {_now(last[name].now, name)}"
        for name in REGISTER if name in last
    ]  # fmt: skip
    held = [NAMES.get(name, name) for name in HELD if name in last]
    counts = (
        f" The {' and '.join(held)} of the oldest submission {agree(len(held), 'counts', 'count')} here."
        if held
        else ""
    )
    counts = " What the framework says of this measure counts here." if held and known else counts
    effect = 1.0 if "better" in last and not known else 0.0
    says = f"In the register of earlier submissions {'; '.join(cells)}.{counts}"
    trace = TELL.tested("question", f"indicator/{id}", says, 1, p_value=None, effect=effect, smallest=1.0, rows=())
    return trace.model_copy(update={"rows": cited(last.values())})


def _since_the_last(evidence: Evidence) -> tuple[Trace, ...]:
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


def _now(one: object, name: str) -> object:
    now = getattr(one, name)
    return "not stated" if now is None else now
