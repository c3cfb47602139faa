"""The argument about a verdict: what speaks against it, what would change it, what it cannot know, and what to do on site."""

from collections.abc import Collection, Iterable
from typing import Literal

from inspector.model.base import Noun
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.visits import Margins

Who = Literal["front-line", "families", "partners", "managers", "leaders"]
"""Who a question is put to, in the order in which they are asked: those who do the work first, those who answer for it last."""
WHO: tuple[Who, ...] = ("front-line", "families", "partners", "managers", "leaders")


def in_turn(whom: Collection[str]) -> tuple[str, ...]:
    """Those who are asked in the order in which they are: ours first, then a framework's own as they stand."""
    return (*(who for who in WHO if who in whom), *(who for who in whom if who not in WHO))


ObjectionKind = Literal["contradicts", "weakest-evidence", "not-submitted", "innocent", "worthless-gain"]


ReferenceSort = Literal["finding", "evidence", "theme", "probe", "signal", "unjudged"]


class Reference(Noun):
    """What an objection is about: something that the result names. `id` is that of a finding, theme or unjudged thing, the
    evidence as trust names it, `PROBE/SUBJECT` of what a probe looked at, or the id of a signal's fact.
    """

    sort: ReferenceSort
    id: str

    @property
    def name(self) -> str:
        """As reports write it: `standing/THEME`, `probe/ID/SUBJECT`, of all else the id alone."""
        before = {"theme": "standing/", "probe": "probe/"}
        return f"{before.get(self.sort, '')}{self.id}"


def references(sort: ReferenceSort, ids: Iterable[str]) -> tuple[Reference, ...]:
    """References of one sort."""
    return tuple(Reference(sort=sort, id=one) for one in ids)


class Objection(Noun):
    """One argument that the verdict is wrong, and what each part of it is about.

    `kind`: a finding that points the other way; evidence the verdict rests on that may bear least; what was not submitted;
    the innocent explanation of a question; the explanation of a gain that would make it worthless.
    """

    kind: ObjectionKind
    says: str
    refers: tuple[Reference, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """The names of what it refers to: findings, evidence, facts, `standing/THEME` or `probe/ID/SUBJECT`."""
        return tuple(one.name for one in self.refers)


class Flip(Noun):
    """A smallest set of evidence without which the verdict would be another. `removed` as a fact's `rests_on` names it."""

    removed: tuple[str, ...]
    verdict: VerdictWord
    row: str
    says: str


class Step(Noun):
    """The smallest improvement in practice that would raise a theme. `rule` would then fire, or no longer hold the theme down."""

    theme: str
    now: Standing
    then: Standing
    rule: str
    says: str


class Change(Noun):
    """What would change the verdict. `settled` says so in words where no one or two pieces of evidence would."""

    flips: tuple[Flip, ...]
    steps: tuple[Step, ...]
    settled: str = ""


class Reason(Noun):
    """One of the five reasons why measures are not performance, and whether this bundle shows it."""

    reason: Literal["limited-range", "measurable-only", "one-party", "interpretation", "selective"]
    applies: bool
    says: str
    about: tuple[str, ...] = ()


PartState = Literal["shown", "none", "set-aside", "not-stated", "not-submitted", "cannot-be-shown"]
"""What can be said of a part: improvement work is `shown`, or why none is. `none` is said where evidence could have shown it."""


class FieldPart(Noun):
    """A part of a field: how many pieces of improvement activity touch it, and which (log entries and the like, by id).

    `aside` counts those that were submitted and do not count.
    """

    part: str
    title: str
    activities: int
    examples: tuple[str, ...] = ()
    aside: int = 0
    state: PartState = "none"


class FieldCoverage(Noun):
    """One of the fields in which improvement can take place, and what takes place in its parts."""

    field: str
    title: str
    parts: tuple[FieldPart, ...]
    says: str


class Enquiry(Noun):
    """A line of enquiry. `whom` are words of ours or the framework's. `because` names findings and probes; `moves` says what the
    answer could move, empty where nothing.
    """

    question: str
    whom: tuple[str, ...]
    because: tuple[str, ...]
    moves: str = ""


class Sample(Noun):
    """Cases or records to look at on site, by id. `how`: drawn at random, or for what they show (`risk`)."""

    what: str
    how: Literal["random", "risk"]
    ids: tuple[str, ...]
    out_of: int
    says: str


class Fieldwork(Noun):
    """The fieldwork plan, lines of enquiry first that would move the verdict most. `seed` makes the samples again."""

    seed: str
    enquiries: tuple[Enquiry, ...]
    samples: tuple[Sample, ...]


class Argument(Noun):
    """Everything that is argued about a verdict once it stands. No part of it can change the verdict.

    `margins`: how many rows of what it hangs on would have to be wrong before it were lower.
    """

    case_against: tuple[Objection, ...]
    would_change: Change
    not_performance: tuple[Reason, ...]
    fields: tuple[FieldCoverage, ...]
    fieldwork: Fieldwork
    margins: Margins | None = None
