"""What is argued about a verdict once it stands."""

from typing import Literal, NotRequired, TypedDict

from inspector.model.argument import PartState
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.visits import How, Part, Unit
from inspector.report.document.shape.units import Count, RowRuns, Whom


class Reference(TypedDict):
    """What an objection is about, by its sort and its id in this result; `id` of a probe's question is `PROBE/SUBJECT`."""

    sort: Literal["finding", "evidence", "theme", "probe", "signal", "unjudged"]
    id: str


class Objection(TypedDict):
    """One argument that the verdict is wrong. `about` names what `refers` tells by sort; results of 0.2.0 and earlier lack it."""

    sort: Literal["contradicts", "weakest-evidence", "not-submitted", "innocent", "worthless-gain"]
    says: str
    about: list[str]
    refers: NotRequired[list[Reference]]


class Flip(TypedDict):
    """A smallest set of evidence without which the verdict would be another, by that row of the decision table."""

    removed: list[str]
    verdict: VerdictWord
    row: str
    says: str


class Step(TypedDict):
    """The smallest improvement in practice that would raise a theme; `rule` would then fire, or no longer hold it down."""

    theme: str
    now: Standing
    then: Standing
    rule: str
    says: str


class MarginPart(TypedDict):
    """How many rows of a piece of evidence would have to be wrong before the verdict were lower, as far as was tried.

    `evidence` is named as in `trust`; of a group `members` are its pieces. `part`: all of it, its key rows or the rest. `rows` is
    null where no number was found, and the least there is only where `how` is `exact`. `worst` are the very rows that were tried,
    by `order`; `then` is the verdict that they leave. `together`: so many may be wrong of each piece at once, with
    everything gone
    that speaks for the verdict besides, and it stands; null where that was not worked out. `at_worst`: so many months would do,
    were each as bad as any of its series. `key` are the key rows of a piece that is looked at in two parts. `bare`:
    the rows do it where everything else is gone that speaks for the verdict.
    """

    evidence: str
    members: list[str]
    part: Part
    unit: Unit
    rows: Count | None
    of: Count
    how: How
    order: str
    then: VerdictWord | None
    together: Count | None
    at_worst: Count | None
    bare: bool
    worst: list[RowRuns]
    key: list[RowRuns]
    says: str


class Margin(MarginPart):
    """The margin of a piece of evidence, with those of its `parts` where it is looked at in two: key rows and the rest."""

    parts: list[MarginPart]


class Margins(TypedDict):
    """What the verdict hangs on. `thorough` where all orders were tried, by `inspector margin`; else it is a bound that
    costs little.

    `leans` speak for the verdict besides: all of them may be gone.
    """

    verdict: VerdictWord
    says: str
    thorough: bool
    leans: list[str]
    pieces: list[Margin]


class Change(TypedDict):
    """What would change the verdict; `settled` says so in words where no one or two pieces of evidence would.

    `margins` says how many rows of what it hangs on would have to be wrong; results of 0.3.0 and earlier lack it.
    """

    flips: list[Flip]
    steps: list[Step]
    settled: str
    margins: NotRequired[Margins]


class Reason(TypedDict):
    """One of the reasons why measures are not performance, and whether this bundle shows it."""

    reason: Literal["limited-range", "measurable-only", "one-party", "interpretation", "selective"]
    applies: bool
    says: str
    about: list[str]


class FieldPart(TypedDict):
    """A part of it: how many pieces of improvement activity touch it, and some of them by id.

    `aside` counts pieces that were submitted and do not count. `state` says why none is shown where none is: `none` is said
    only where evidence could have shown it. Results of earlier versions lack both.
    """

    part: str
    title: str
    activities: Count
    examples: list[str]
    aside: NotRequired[Count]
    state: NotRequired[PartState]


class Field(TypedDict):
    """A field in which improvement can take place."""

    field: str
    title: str
    says: str
    parts: list[FieldPart]


class Enquiry(TypedDict):
    """A line of enquiry. `moves` says what the answer could move, and is empty where nothing."""

    question: str
    whom: Whom
    because: list[str]
    moves: str


class Sample(TypedDict):
    """Cases or records to look at, drawn at random or for what they show (`risk`)."""

    what: str
    how: Literal["random", "risk"]
    ids: list[str]
    out_of: Count
    says: str


class Fieldwork(TypedDict):
    """What to do on site, lines of enquiry first that would move the verdict most. The seed makes the samples again."""

    seed: str
    enquiries: list[Enquiry]
    samples: list[Sample]


class Argued(TypedDict, total=False):
    """What is argued about the verdict: all of it, or none in a result stored before anything was."""

    case_against: list[Objection]
    would_change: Change
    not_performance: list[Reason]
    fields: list[Field]
    fieldwork: Fieldwork
