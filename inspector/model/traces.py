"""Traces: what a probe saw. A trace asks; it never accuses."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows
from inspector.model.words import short

Outcome = Literal["clear", "question", "strong-question", "not-applicable", "insufficient-data"]
OUTCOMES: tuple[Outcome, ...] = ("clear", "question", "strong-question", "not-applicable", "insufficient-data")


class Trace(Noun):
    """What one probe saw in one subject.

    `subject` names evidence as a fact's `rests_on` does (`indicator/ID`, `improvement-log`). `effect` is the share of
    cases concerned, 0 to 1; `smallest_dose` the smallest such share the probe could have seen here with power 0.8.
    `innocent` lists explanations that have nothing to do with manipulation, `ask` the questions to put on site.
    `plugin` names the installed package whose probe it is; empty for ours.
    """

    probe: str
    subject: str
    outcome: Outcome
    says: str
    n: int
    p_value: float | None = None
    effect: float | None = None
    smallest_dose: float | None = None
    innocent: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    rows: tuple[Rows, ...] = ()
    plugin: str = ""

    def __repr__(self) -> str:
        return f"<Trace {self.probe} on {short(self.subject)}, {self.outcome}: {short(self.says)}>"


def parts_of(subject: str) -> list[str]:
    """A trace's subject and everything it is a part of: `case-records/list-1` gives itself and `case-records`."""
    names = subject.split("/")
    return ["/".join(names[: place + 1]) for place in range(len(names))]
