"""Stored results judged anew from their own facts by another framework: who is judged otherwise, and by which edit."""

from inspector.model.again import Cause, Part
from inspector.model.base import Noun
from inspector.model.ladder import Standing, VerdictWord


class Judge(Noun):
    """A framework by which results are judged."""

    id: str
    version: str
    digest: str


class ThemeAnew(Noun):
    """A theme that stands otherwise; None where the framework has no such theme."""

    theme: str
    then: Standing | None
    now: Standing | None


class Replayed(Noun):
    """A result judged anew. `name` is what it is called where it is stored; `notes` say what its facts cannot tell.

    `cause` names the parts of the framework that make the verdict another, or else its row, or else the standings.
    """

    name: str
    authority: str
    period_end: str
    then: VerdictWord
    then_row: str
    now: VerdictWord
    now_row: str
    themes: tuple[ThemeAnew, ...] = ()
    new: tuple[str, ...] = ()
    """Rules that fire now and did not then."""
    gone: tuple[str, ...] = ()
    """Rules that fired then and do not now."""
    cause: Cause = Cause()
    notes: tuple[str, ...] = ()

    @property
    def verdict_moved(self) -> bool:
        """Whether the verdict is another."""
        return self.then != self.now

    @property
    def otherwise(self) -> bool:
        """Whether the verdict, its row or a standing is another."""
        return self.verdict_moved or self.then_row != self.now_row or bool(self.themes)


class NotReplayed(Noun):
    """A result that is not judged anew, and why."""

    name: str
    why: str


class Replay(Noun):
    """All of it. `parts`: in which the frameworks differ; None where they are two frameworks and not two versions of one."""

    old: Judge
    new: Judge
    parts: tuple[Part, ...] | None
    judged: tuple[Replayed, ...] = ()
    not_judged: tuple[NotReplayed, ...] = ()
    notes: tuple[str, ...] = ()
