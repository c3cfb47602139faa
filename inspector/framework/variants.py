"""A framework built on another: its base, with the rules, rows, themes and weights that it has otherwise.

Nothing is changed without being named: what takes the place of something says so, and what goes says why. What a variant
changed stands in every result beside the digest of its base.
"""

from collections.abc import Mapping
from typing import Any

from inspector.framework.bases import Asked
from inspector.framework.dropped_themes import hanging
from inspector.framework.files import combined
from inspector.framework.shipped import is_shipped
from inspector.framework.variant_changes import DROPPED, Noted, Own, twice
from inspector.model.bases import Base, Sort
from inspector.model.derivations import Derivation, KnownIndicator
from inspector.model.own_words import WORD_SORTS, OwnWords
from inspector.model.problems import Problem
from inspector.model.problems import shown as quoted
from inspector.model.rules import Framework, Rule, Source, Theme, VerdictRow


def over(base: Framework, asked: Asked, own: Own, problems: list[Problem]) -> Framework:
    """The base with what the variant changes of it; what cannot be changed so is a problem."""
    made = _Variant(base, own, problems)
    themes, rules, rows, indicators = made.themes(), made.rules(), made.rows(), made.indicators()
    for theme, where in made.gone.items():
        problems += hanging(theme, where, rules, rows)
    found = own.framework.model_copy(
        update={
            "question": made.question(),
            "digest": combined(own.framework.digest, base.digest),
            "sources": made.sources(),
            "themes": themes,
            "rules": rules,
            "verdicts": rows,
            "derivations": made.derivations(),
            "indicators": indicators,
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


class _Variant(Noted):
    """Notes every change as it makes it."""

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

    def sources(self) -> tuple[Source, ...]:
        """Those that are added, before those of the base; one that the base has already is a problem."""
        theirs = self.base.sources
        known, found = {one.id for one in theirs}, []
        for place, one in enumerate(self.own.framework.sources):
            where = self.own.main.where("sources", place, "id")
            if one.id in known:
                message = f"{self.base.id} has the source {quoted(one.id)} already"
                self.problems.append(twice(where, message, "another id"))
            else:
                found.append(one)
                self.noted("source", one.id, "added", where)
        return (*found, *theirs)

    def indicators(self) -> tuple[KnownIndicator, ...]:
        """Those that are added, before those of the base, of which some have others in their place."""
        ours, theirs = self.own.framework.indicators, self.base.indicators
        replacing = self.replacing("indicator", ours, theirs, self.own.indicators)
        added = self.added("indicator", ours, theirs, self.own.indicators)
        return (*added, *(replacing.get(one.id, one) for one in theirs))

    def derivations(self) -> tuple[Derivation, ...]:
        """The variant's, and those of the base of which the variant does not say otherwise how they are computed."""
        theirs = (one for one in self.base.derivations if one.id not in self.own.indicators)
        return (*self.own.framework.derivations, *theirs)

    def words(self) -> OwnWords:
        """The words of the base and then its own; one that the base has already is a problem."""
        found = {}
        for sort in WORD_SORTS:
            ours, theirs = self.own.framework.words.of(sort), self.base.words.of(sort)
            known = {one.id for one in theirs}
            for one in ours:
                if one.id in known:
                    message = f"{self.base.id} has the word {quoted(one.id)} already"
                    self.problems.append(twice(one.where, message, "another id"))
                else:
                    self.noted("word", one.id, "added", one.where)
            found[sort] = (*theirs, *(one for one in ours if one.id not in known))
        return OwnWords(**found)

    def themes(self) -> tuple[Theme, ...]:
        """Those of the base less those dropped, weighed as the variant says, and its own."""
        known = [theme.id for theme in self.base.themes]
        weights = {one["theme"]: one for one in self.named("weights", "theme", known)}
        gone = self.dropped("theme", known, weights)
        themes = []
        for theme in self.base.themes:
            if theme.id in gone:
                continue
            if one := weights.get(theme.id):
                says = f"{one['weight']:g} instead of {theme.weight:g}"
                self.noted("theme", theme.id, "weighed", one["at"], one["because"], says)
                theme = theme.model_copy(update={"weight": one["weight"]})
            themes.append(theme)
        return (*themes, *self.added("theme", self.own.framework.themes, self.base.themes, ()))

    def rules(self) -> tuple[Rule, ...]:
        """Those of the base less those dropped, others in their place, and the variant's own."""
        ours = self.own.framework.rules
        replacing = self.replacing("rule", ours, self.base.rules, self.own.rules)
        gone = self.dropped("rule", [rule.id for rule in self.base.rules], replacing)
        kept = (replacing.get(rule.id, rule) for rule in self.base.rules if rule.id not in gone)
        return (*kept, *self.added("rule", ours, self.base.rules, self.own.rules))

    def rows(self) -> tuple[VerdictRow, ...]:
        """The decision table of the base with the variant's rows where they say."""
        bodies = self.own.main.value.get("verdicts", ())
        ours = self.own.framework.verdicts
        reasons = {body["id"]: body["replaces"] for body in bodies if "replaces" in body}
        replacing = self.replacing("verdict-row", ours, self.base.verdicts, reasons)
        gone = self.dropped("row", [row.id for row in self.base.verdicts], replacing)
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
                self.problems.append(twice(where, "one thing is dropped at a time", f"one of {', '.join(DROPPED)}"))
            elif "case" in one:
                self.noted("case", one["case"], "dropped", self.own.main.where("drops", place, "case"), one["because"])

    def _insert(
        self, rows: list[VerdictRow], row: VerdictRow, body: Mapping[str, Any], place: int, last: dict[str, str]
    ) -> None:
        said = [name for name in ("before", "after") if name in body]
        known = [one.id for one in rows]
        if row.id in known:
            message = f"{self.base.id} has the row {quoted(row.id)} already"
            self.problems.append(twice(row.where, message, "`replaces` with a reason, or another id"))
        elif len(said) != 1:
            rows.append(row)
            message = f"where the row {quoted(row.id)} stands in the decision table of {self.base.id} is not said"
            self.problems.append(
                twice(row.where, message, "one of before: ROW, after: ROW, or replaces: REASON with the id of its row")
            )
        elif body[said[0]] not in known:
            where = self.own.main.where("verdicts", place, said[0])
            rows.append(row)
            self.problems.append(self.unknown("row", body[said[0]], known, where))
        else:
            beside = body[said[0]]
            after = last.get(beside, beside)
            at = known.index(beside) if said[0] == "before" else known.index(after) + 1
            last.update({beside: row.id} if said[0] == "after" else {})
            rows.insert(at, row)
            self.noted("verdict-row", row.id, "added", row.where, says=f"{said[0]} {beside}")
