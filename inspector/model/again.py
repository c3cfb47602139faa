"""Earlier submissions judged again, by another framework or another version of the engine: who is judged otherwise, by what."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.visits import Assurance

Sort = Literal["rule", "verdict-row", "decision-table", "rest"]
"""What of a framework can differ: a rule; a row of its decision table; the order of its rows; all that is neither."""
Differs = Literal["new", "gone", "other"]


class Part(Noun):
    """A part in which a framework differs from another. `what`: of `rest` alone, the names of what differs."""

    sort: Sort
    id: str
    differs: Differs
    what: tuple[str, ...] = ()


class Side(Noun):
    """What a submission was judged to be, by which rules and engine. `entry`: the result in the register it is taken from."""

    framework: str
    framework_version: str
    framework_digest: str
    engine: str
    verdict: VerdictWord
    assurance: Assurance
    row: str
    says: str
    because: tuple[str, ...] = ()
    entry: int | None = None


class FindingMoved(Noun):
    """A finding that is new, gone or concludes otherwise. `then` and `now` are what it concludes, empty where there is none.

    `facts` say what of the evidence was measured otherwise behind it: of a fact the field, then and now.
    """

    finding: str
    rule: str
    theme: str
    differs: Differs
    then: str = ""
    now: str = ""
    says: str = ""
    facts: tuple[str, ...] = ()


class Cause(Noun):
    """What makes a difference. `parts` are all it takes, one where it does so alone; `others` do it alone as well.

    No parts: it is not known which, or it takes no part of a framework but the engine.
    """

    parts: tuple[Part, ...] = ()
    others: tuple[Part, ...] = ()


class ThemeMoved(Noun):
    """A theme that stands otherwise. None: the framework has no such theme. `rules`: whose findings in it moved."""

    theme: str
    title: str
    then: Standing | None
    now: Standing | None
    rules: tuple[str, ...] = ()
    cause: Cause = Cause()


class Again(Noun):
    """A submission judged again. `between` is what this engine makes of the rules of then, where both have changed.

    `rested` is what the row of then rested on and is otherwise now, in words; `notes` say what else then and now are not alike
    in, as a visit. Of two frameworks, with themes and rules each of its own, no finding is held against one of the other.
    """

    submission: int
    authority: str
    root: str
    period_start: str
    period_end: str
    then: Side
    now: Side
    between: Side | None = None
    findings: tuple[FindingMoved, ...] = ()
    themes: tuple[ThemeMoved, ...] = ()
    cause: Cause = Cause()
    notes: tuple[str, ...] = ()
    rested: tuple[str, ...] = ()

    @property
    def verdict_moved(self) -> bool:
        """Whether the verdict is another."""
        return self.then.verdict != self.now.verdict

    @property
    def otherwise(self) -> bool:
        """Whether the verdict, its row or a standing is another."""
        return self.verdict_moved or self.then.row != self.now.row or bool(self.themes)


class NotAgain(Noun):
    """A submission that could not be judged again, and why."""

    submission: int
    authority: str
    period_end: str
    why: str


class JudgedAgain(Noun):
    """All of it. `parts` are those in which the framework of now differs from that of then; None where that is not at hand."""

    judged: tuple[Again, ...] = ()
    not_judged: tuple[NotAgain, ...] = ()
    parts: tuple[Part, ...] | None = None
