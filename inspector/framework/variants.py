"""A framework built on another: its base, with the rules, rows, themes and weights that it has otherwise.

Nothing is changed without being named: what takes the place of something says so, and what goes says why. What a variant
changed stands in every result beside the digest of its base.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from inspector.framework.bases import Asked
from inspector.framework.files import combined
from inspector.framework.shipped import is_shipped
from inspector.framework.yaml_source import Document
from inspector.model.bases import Base, Change, How, Sort
from inspector.model.own_words import WORD_SORTS, OwnWords
from inspector.model.problems import Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.rules import Framework, Rule, Theme, VerdictRow

One = TypeVar("One", Rule, VerdictRow, Theme)
DROPPED = ("rule", "row", "case")


class Own(NamedTuple):
    """What a variant has of its own: its parts, `framework.yaml`, and the reason of each rule that takes another's place."""

    framework: Framework
    main: Document
    replacing: Mapping[str, str]


def over(base: Framework, asked: Asked, own: Own, problems: list[Problem]) -> Framework:
    """The base with what the variant changes of it; what cannot be changed so is a problem."""
    made = _Variant(base, own, problems)
    found = own.framework.model_copy(
        update={
            "question": made.question(),
            "digest": combined(own.framework.digest, base.digest),
            "sources": made.fellows("source", own.framework.sources, base.sources),
            "themes": made.themes(),
            "rules": made.rules(),
            "verdicts": made.rows(),
            "derivations": (*own.framework.derivations, *base.derivations),
            "indicators": made.fellows("indicator", own.framework.indicators, base.indicators),
            "fields": made.whole("fields", own.framework.fields, base.fields),
            "core": made.whole("core", own.framework.core, base.core) if "core" in own.main.value else base.core,
            "words": made.words(),
            "waive": (*own.framework.waive, *base.waive),
        }
    )
    made.dropped_cases()
    of = Base(
        id=base.id,
        version=base.version,
        digest=base.digest,
        asked=asked.text,
        path=base.path,
        shipped=is_shipped(base),
        changes=tuple(made.changes),
    )
    return found.model_copy(update={"extends": (of, *base.extends)})


class _Variant:
    """Notes every change as it makes it."""

    def __init__(self, base: Framework, own: Own, problems: list[Problem]) -> None:
        self.base, self.own, self.problems = base, own, problems
        self.changes: list[Change] = []

    def question(self) -> str:
        """Its own question, else that of the base."""
        asked = self.own.framework.question
        if asked and asked != self.base.question:
            self.noted("question", "question", "replaced", self.own.main.where("question"))
        return asked or self.base.question

    def whole(self, sort: Sort, ours: Any, theirs: Any) -> Any:
        """What is the variant's own as a whole, or the base's."""
        if ours:
            self.noted(sort, sort, "replaced", self.own.main.where(sort))
        return ours or theirs

    def fellows(self, sort: Sort, ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
        """What is added to those of the base, before them; one that the base has already is a problem."""
        known = {one.id for one in theirs}
        for place, one in enumerate(ours):
            where = self.own.main.where("sources", place, "id") if sort == "source" else self.own.main.where()
            if one.id in known:
                self.problems.append(
                    _error(where, f"{self.base.id} has the {sort} {quoted(one.id)} already", "another id")
                )
            else:
                self.noted(sort, one.id, "added", where)
        return (*(one for one in ours if one.id not in known), *theirs)

    def words(self) -> OwnWords:
        """The words of the base and then its own; one that the base has already is a problem."""
        found = {}
        for sort in WORD_SORTS:
            ours, theirs = self.own.framework.words.of(sort), self.base.words.of(sort)
            known = {one.id for one in theirs}
            for one in ours:
                if one.id in known:
                    message = f"{self.base.id} has the word {quoted(one.id)} already"
                    self.problems.append(_error(one.where, message, "another id"))
                else:
                    self.noted("word", one.id, "added", one.where)
            found[sort] = (*theirs, *(one for one in ours if one.id not in known))
        return OwnWords(**found)

    def themes(self) -> tuple[Theme, ...]:
        """Those of the base, weighed as the variant says, and its own."""
        weights = {
            one["theme"]: one for one in self._named("weights", "theme", [theme.id for theme in self.base.themes])
        }
        themes = []
        for theme in self.base.themes:
            if one := weights.get(theme.id):
                says = f"{one['weight']:g} instead of {theme.weight:g}"
                self.noted("theme", theme.id, "weighed", one["at"], one["because"], says)
                theme = theme.model_copy(update={"weight": one["weight"]})
            themes.append(theme)
        return (*themes, *self._added("theme", self.own.framework.themes, self.base.themes, ()))

    def rules(self) -> tuple[Rule, ...]:
        """Those of the base less those dropped, others in their place, and the variant's own."""
        ours = self.own.framework.rules
        replacing = self._replacing("rule", ours, self.base.rules, self.own.replacing)
        gone = self._dropped("rule", [rule.id for rule in self.base.rules], replacing)
        kept = (replacing.get(rule.id, rule) for rule in self.base.rules if rule.id not in gone)
        return (*kept, *self._added("rule", ours, self.base.rules, self.own.replacing))

    def rows(self) -> tuple[VerdictRow, ...]:
        """The decision table of the base with the variant's rows where they say."""
        bodies = self.own.main.value.get("verdicts", ())
        ours = self.own.framework.verdicts
        reasons = {body["id"]: body["replaces"] for body in bodies if "replaces" in body}
        replacing = self._replacing("verdict-row", ours, self.base.verdicts, reasons)
        gone = self._dropped("row", [row.id for row in self.base.verdicts], replacing)
        rows = [replacing.get(row.id, row) for row in self.base.verdicts]
        last: dict[str, str] = {}
        for place, (row, body) in enumerate(zip(ours, bodies, strict=True)):
            if row.id not in reasons:
                self._insert(rows, row, body, place, last)
        return tuple(row for row in rows if row.id not in gone)

    def dropped_cases(self) -> None:
        """The cases of the base that are not to be run; whether it has them is seen where cases are read."""
        for place, one in enumerate(self.own.main.value.get("drops", ())):
            if sum(sort in one for sort in DROPPED) != 1:
                where = self.own.main.where("drops", place)
                self.problems.append(_error(where, "one thing is dropped at a time", f"one of {', '.join(DROPPED)}"))
            elif "case" in one:
                self.noted("case", one["case"], "dropped", self.own.main.where("drops", place, "case"), one["because"])

    def noted(self, sort: Sort, id: str, how: How, where: Where, because: str = "", says: str = "") -> None:
        """Remember a change."""
        self.changes.append(Change(sort=sort, id=id, how=how, because=because, says=says, where=where))

    def _insert(
        self, rows: list[VerdictRow], row: VerdictRow, body: Mapping[str, Any], place: int, last: dict[str, str]
    ) -> None:
        said = [name for name in ("before", "after") if name in body]
        known = [one.id for one in rows]
        if row.id in known:
            message = f"{self.base.id} has the row {quoted(row.id)} already"
            self.problems.append(_error(row.where, message, "`replaces` with a reason, or another id"))
        elif len(said) != 1:
            rows.append(row)
            message = f"where the row {quoted(row.id)} stands in the decision table of {self.base.id} is not said"
            self.problems.append(
                _error(row.where, message, "one of before: ROW, after: ROW, or replaces: REASON with the id of its row")
            )
        elif body[said[0]] not in known:
            where = self.own.main.where("verdicts", place, said[0])
            rows.append(row)
            self.problems.append(self._unknown("row", body[said[0]], known, where))
        else:
            beside = body[said[0]]
            after = last.get(beside, beside)
            at = known.index(beside) if said[0] == "before" else known.index(after) + 1
            last.update({beside: row.id} if said[0] == "after" else {})
            rows.insert(at, row)
            self.noted("verdict-row", row.id, "added", row.where, says=f"{said[0]} {beside}")

    def _replacing(
        self, sort: Sort, ours: Iterable[One], theirs: Iterable[One], reasons: Mapping[str, str]
    ) -> dict[str, One]:
        known = [one.id for one in theirs]
        found = {}
        for one in ours:
            if one.id not in reasons:
                continue
            if one.id in known:
                found[one.id] = one
                self.noted(sort, one.id, "replaced", one.where, reasons[one.id])
            else:
                self.problems.append(self._unknown(sort.replace("verdict-", ""), one.id, known, one.where))
        return found

    def _added(self, sort: Sort, ours: Iterable[One], theirs: Iterable[One], replacing: Collection[str]) -> list[One]:
        """Those of ours that are new; one that the base has, and whose place it does not take, is a problem."""
        known = {one.id for one in theirs}
        found = []
        for one in ours:
            if one.id in known and one.id not in replacing:
                expected = "`replaces` with a reason, or another id" if sort == "rule" else "another id"
                self.problems.append(
                    _error(one.where, f"{self.base.id} has the {sort} {quoted(one.id)} already", expected)
                )
            elif one.id not in replacing:
                found.append(one)
                self.noted(sort, one.id, "added", one.where)
        return found

    def _dropped(self, sort: str, known: Sequence[str], replacing: Mapping[str, Any]) -> set[str]:
        found = {}
        for one in self._named("drops", sort, known):
            if one[sort] in replacing:
                self.problems.append(
                    _error(one["at"], f"{quoted(one[sort])} is dropped and replaced", "one of the two")
                )
            found[one[sort]] = one
            self.noted("rule" if sort == "rule" else "verdict-row", one[sort], "dropped", one["at"], one["because"])
        return set(found)

    def _named(self, key: str, sort: str, known: Sequence[str]) -> Iterator[dict[str, Any]]:
        """What a list of the variant says of things of the base, with its place; what the base has not is a problem."""
        seen: set[str] = set()
        for place, one in enumerate(self.own.main.value.get(key, ())):
            if sort not in one:
                continue
            where = self.own.main.where(key, place, sort)
            if one[sort] not in known:
                self.problems.append(self._unknown(sort, one[sort], known, where))
            elif one[sort] in seen:
                self.problems.append(_error(where, f"{quoted(one[sort])} is there twice", "once"))
            else:
                yield {**one, "at": where}
            seen.add(one[sort])

    def _unknown(self, sort: str, name: str, known: Sequence[str], where: Where) -> Problem:
        message = f"{self.base.id} {self.base.version} has no {sort} {quoted(name)}"
        return error("extends-unknown", where, message, one_of(known), did_you_mean(name, known))


def _error(where: Where, message: str, expected: str) -> Problem:
    return error("extends-twice", where, message, expected)
