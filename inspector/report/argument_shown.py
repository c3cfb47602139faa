"""The types of what every format shows of the argument: sentences in the words of a language, long lists of names cut short."""

from typing import TypedDict

from inspector.report.document.shape.argument import FieldPart


class Said(TypedDict):
    """A sentence with the first names it is about; `more` says how many more there are."""

    says: str
    about: list[str]
    more: str


class Group(TypedDict):
    """Sentences of one sort under their title."""

    title: str
    entries: list[Said]


class CaseAgainst(TypedDict):
    """What speaks against the verdict, or an introduction that says nothing does."""

    intro: str
    groups: list[Group]


class Flip(TypedDict):
    """Another verdict: without what (`removed` as names, `without` in words), which, and by which row."""

    removed: list[str]
    without: str
    verdict: str
    row: str
    by: str


class Step(TypedDict):
    """One step up: from where to where, by which rule, and what to do."""

    move: str
    rule: str
    says: str


class Steps(TypedDict):
    """The steps of one theme."""

    theme: str
    title: str
    entries: list[Step]


class WouldChange(TypedDict):
    """What would change the verdict, the margin of what it hangs on first."""

    margin: str
    settled: str
    flips: list[Flip]
    steps: list[Steps]


class Reason(TypedDict):
    """A reason why measures are not performance; `mark` says in words whether it applies."""

    title: str
    applies: bool
    mark: str
    says: str
    about: list[str]
    more: str


class NotPerformance(TypedDict):
    """The reasons, and how many of them apply."""

    intro: str
    count: str
    reasons: list[Reason]


class Field(TypedDict):
    """A field with its parts; `describe` tells the same in words, for who cannot see the map."""

    title: str
    says: str
    parts: list[FieldPart]
    describe: str


class Enquiry(TypedDict):
    """A numbered question, and the first names of what asks it."""

    number: int
    question: str
    because: list[str]
    more: str


class Enquiries(TypedDict):
    """Enquiries in a row that ask the same people with the same at stake; `start` is the number of the first."""

    head: str
    start: int
    entries: list[Enquiry]


class Sample(TypedDict):
    """A sample: what, of how many, drawn how; and the ids."""

    head: str
    says: str
    ids: list[str]


class Fieldwork(TypedDict):
    """The plan."""

    enquiries: list[Enquiries]
    samples: list[Sample]
    seed: str


class View(TypedDict, total=False):
    """The parts by name, in the order in which they are shown. One that has nothing to say is left out."""

    case_against: CaseAgainst
    would_change: WouldChange
    not_performance: NotPerformance
    fields: list[Field]
    fieldwork: Fieldwork
