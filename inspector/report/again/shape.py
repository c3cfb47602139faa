"""The types of the document of what was judged again; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Standing, VerdictWord
from inspector.model.visits import Assurance
from inspector.report.document.shape.replies import Number
from inspector.report.document.shape.units import Count, Day, Digest

Root = Annotated[str, ("pattern", "^sha256:[0-9a-f]{64}$")]
Differs = Literal["new", "gone", "other"]


class PartOf(TypedDict):
    """A part in which the framework of now differs from that of then. `what`: of `rest` the names of what differs."""

    sort: Literal["rule", "verdict-row", "decision-table", "rest"]
    id: str
    differs: Differs
    what: list[str]


class CauseOf(TypedDict):
    """What makes a difference: all that it takes; one part where it does so alone, and `others` that do so alone as well.

    No parts: it is not known, since one of the frameworks is not at hand, or no rule does it.
    """

    parts: list[PartOf]
    others: list[PartOf]


class SideOf(TypedDict):
    """What the submission was judged to be. `entry`: the result in the register that this is taken from."""

    framework: str
    framework_version: str
    framework_digest: Digest
    engine: str
    verdict: VerdictWord
    assurance: Assurance
    row: str
    says: str
    entry: Number | None


class FindingOf(TypedDict):
    """A finding that is new, gone or concludes otherwise; `facts` say what was measured otherwise behind it."""

    finding: str
    rule: str
    theme: str
    differs: Differs
    then: str
    now: str
    says: str
    facts: list[str]


class ThemeOf(TypedDict):
    """A theme that stands otherwise; null where a framework has no such theme. `rules`: whose findings in it moved."""

    theme: str
    title: str
    then: Standing | None
    now: Standing | None
    rules: list[str]
    cause: CauseOf


class AgainOf(TypedDict):
    """A submission judged again. `between`: what this engine makes of the rules of then, where that is another verdict or row."""

    submission: Number
    authority: str
    root: Root
    start: Day
    end: Day
    otherwise: bool
    then: SideOf
    now: SideOf
    between: NotRequired[SideOf]
    findings: list[FindingOf]
    themes: list[ThemeOf]
    cause: CauseOf
    rested: Annotated[list[str], "What the row of then rested on and is otherwise now, in words."]
    notes: list[str]


class NotAgainOf(TypedDict):
    """A submission that could not be judged again, and why."""

    submission: Number
    authority: str
    end: Day
    why: str


class AgainDocument(TypedDict):
    """What `inspector register judge --format json` writes. `parts` is null where the framework of then is not at hand."""

    format: Literal["inspector-judged-again"]
    version: Literal[1]
    judged: list[AgainOf]
    judged_otherwise: Count
    not_judged: list[NotAgainOf]
    parts: list[PartOf] | None
