"""What a register has of one authority, in the order in which it happened: submissions, inspections, visits, replies."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Assurance

Decision = Literal["upheld", "partly-upheld", "not-upheld"]


class Corrected(Noun):
    """What an entry was later said to have wrong. `on` is the day of that entry, as everywhere here."""

    entry: int
    on: str
    says: str
    by: str


class Decided(Noun):
    """What an inspector decided on a reply; the last of several stands."""

    entry: int
    on: str
    decision: Decision
    says: str
    by: str


class Replied(Noun):
    """What the authority said of a finding of the result with that number, or, without a finding, of the whole of it."""

    entry: int
    on: str
    result: int
    finding: str | None
    says: str
    by: str
    decisions: tuple[Decided, ...] = ()
    corrections: tuple[Corrected, ...] = ()


class Submitted(Noun):
    """A submission: when it was entered, over which root, for which period, with how many rows in how many resources."""

    entry: int
    on: str
    root: str
    period_start: str
    period_end: str
    resources: int
    rows: int
    corrections: tuple[Corrected, ...] = ()


class Inspected(Noun):
    """An inspection of a submission. `later`: the entry of the last one of the same submission by the same framework, where
    that is another; what follows the authority over time then reads that one.
    """

    entry: int
    on: str
    submission: int | None
    period_start: str
    period_end: str
    engine: str
    framework: str
    framework_version: str
    framework_digest: str
    verdict: VerdictWord
    assurance: Assurance
    standings: tuple[tuple[str, Standing], ...]
    notified_on: str | None = None
    held: bool = False
    states: tuple[tuple[str, State], ...] = ()
    later: int | None = None
    replies: tuple[Replied, ...] = ()
    corrections: tuple[Corrected, ...] = ()


class VisitedOn(Noun):
    """A visit: the day, the seal of its plan, and the submission it was planned for."""

    entry: int
    on: str
    day: str
    plan: str
    submission: int | None
    corrections: tuple[Corrected, ...] = ()


class Step(Noun):
    """Where a theme stood in one inspection (its entry), and where nowhere, why; `other_rules`: by others or another engine than
    in the step before.
    """

    inspection: int
    standing: Standing
    state: State = "stands"
    other_rules: bool = False


class Track(Noun):
    """Where one theme of a framework stood, inspection after inspection, by the end of the period that was judged."""

    framework: str
    theme: str
    title: str
    steps: tuple[Step, ...]


class History(Noun):
    """All of it. `near` are other names in the register that are spelt nearly the same, each with its number of entries."""

    authority: str
    register_name: str
    entries: int
    submissions: tuple[Submitted, ...] = ()
    inspections: tuple[Inspected, ...] = ()
    visits: tuple[VisitedOn, ...] = ()
    tracks: tuple[Track, ...] = ()
    near: tuple[tuple[str, int], ...] = ()
