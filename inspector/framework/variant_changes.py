"""What a variant has otherwise than its base, noted change by change: what takes another's place, is added or goes.

What is named and is not there, or is changed twice, is a problem at the place that names it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from inspector.framework.yaml_source import Document
from inspector.model.bases import Change, How, Sort
from inspector.model.derivations import KnownIndicator
from inspector.model.problems import Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.rules import Framework, Rule, Theme, VerdictRow

One = TypeVar("One", Rule, VerdictRow, Theme, KnownIndicator)
DROPPED = ("rule", "row", "theme", "case")
AS_SORT: Mapping[str, Sort] = {"rule": "rule", "row": "verdict-row", "theme": "theme"}
"""What a change is of, by the word that `drops` has for it."""

SAID = ("title", "measure", "better", "unit", "deadline")
"""What is told of an indicator that differs from that whose place it takes."""


class Own(NamedTuple):
    """What a variant has of its own: its parts, `framework.yaml`, and why each rule and indicator takes another's place."""

    framework: Framework
    main: Document
    rules: Mapping[str, str]
    indicators: Mapping[str, str]


class Noted:
    """The changes so far, and how they are made."""

    def __init__(self, base: Framework, own: Own, problems: list[Problem]) -> None:
        self.base, self.own, self.problems = base, own, problems
        self.changes: list[Change] = []
        self.gone: dict[str, Where] = {}
        """The themes that are dropped, and where that is said."""

    def noted(self, sort: Sort, id: str, how: How, where: Where, because: str = "", says: str = "") -> None:
        """Remember a change."""
        self.changes.append(Change(sort=sort, id=id, how=how, because=because, says=says, where=where))

    def replacing(
        self, sort: Sort, ours: Iterable[One], theirs: Iterable[One], reasons: Mapping[str, str]
    ) -> dict[str, One]:
        """Those of ours that take another's place, by id; one for which there is none in the base is a problem."""
        known = {one.id: one for one in theirs}
        found = {}
        for one in ours:
            if one.id not in reasons:
                continue
            if one.id in known:
                found[one.id] = one
                says = otherwise(one, known[one.id])
                self.noted(sort, one.id, "replaced", self.at(one), reasons[one.id], says)
            else:
                self.problems.append(self.unknown(sort.replace("verdict-", ""), one.id, list(known), self.at(one)))
        return found

    def added(self, sort: Sort, ours: Iterable[One], theirs: Iterable[One], replacing: Collection[str]) -> list[One]:
        """Those of ours that are new; one that the base has, and whose place it does not take, is a problem."""
        known = {one.id for one in theirs}
        found = []
        for one in ours:
            if one.id in known and one.id not in replacing:
                expected = "`replaces` with a reason, or another id" if sort != "theme" else "another id"
                self.problems.append(
                    twice(self.at(one), f"{self.base.id} has the {sort} {quoted(one.id)} already", expected)
                )
            elif one.id not in replacing:
                found.append(one)
                self.noted(sort, one.id, "added", self.at(one))
        return found

    def at(self, one: Rule | VerdictRow | Theme | KnownIndicator) -> Where:
        """Where it is said."""
        return one.where or self.own.main.where()

    def dropped(self, sort: str, known: Sequence[str], also: Mapping[str, Any]) -> set[str]:
        """The ids of what goes; what the variant has otherwise besides (`also`) is a problem."""
        found = {}
        for one in self.named("drops", sort, known):
            if one[sort] in also:
                message = f"{quoted(one[sort])} is dropped and {'weighed' if sort == 'theme' else 'replaced'}"
                self.problems.append(twice(one["at"], message, "one of the two"))
            elif sort == "theme":
                self.gone[one[sort]] = one["at"]
            found[one[sort]] = one
            self.noted(AS_SORT[sort], one[sort], "dropped", one["at"], one["because"])
        return set(found)

    def named(self, key: str, sort: str, known: Sequence[str]) -> Iterator[dict[str, Any]]:
        """What a list of the variant says of things of the base, with its place; what the base has not is a problem."""
        seen: set[str] = set()
        for place, one in enumerate(self.own.main.value.get(key, ())):
            if sort not in one:
                continue
            where = self.own.main.where(key, place, sort)
            if one[sort] not in known:
                self.problems.append(self.unknown(sort, one[sort], known, where))
            elif one[sort] in seen:
                self.problems.append(twice(where, f"{quoted(one[sort])} is there twice", "once"))
            else:
                yield {**one, "at": where}
            seen.add(one[sort])

    def unknown(self, sort: str, name: str, known: Sequence[str], where: Where) -> Problem:
        """That the base has nothing of that name."""
        message = f"{self.base.id} {self.base.version} has no {sort} {quoted(name)}"
        return error("extends-unknown", where, message, one_of(known), did_you_mean(name, known))


def otherwise(ours: object, theirs: object) -> str:
    """In what an indicator differs from that whose place it takes; of all else the reason says enough."""
    if not isinstance(ours, KnownIndicator) or not isinstance(theirs, KnownIndicator):
        return ""
    pairs = ((name, getattr(ours, name), getattr(theirs, name)) for name in SAID)
    unsaid = "not said"
    return ", ".join(
        f"{name} {unsaid if new is None else new} instead of {unsaid if old is None else old}"
        for name, new, old in pairs
        if new != old
    )


def twice(where: Where, message: str, expected: str) -> Problem:
    """That something is changed twice, or is there already."""
    return error("extends-twice", where, message, expected)
