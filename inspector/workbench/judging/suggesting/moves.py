"""Little changes of a situation that may make a difference between a framework and a change of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspector.framework.vocabulary import OF_FINDINGS
from inspector.model.facts import Field, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.ladder import TRUSTS
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.mutating.steps import beside
from inspector.workbench.judging.sites import patterns
from inspector.workbench.judging.suggesting.built import fact
from inspector.workbench.judging.suggesting.situation import Situation

Entry = Rule | VerdictRow
Values = Mapping[str, Mapping[str, tuple[Scalar, ...]]]
"""By kind and field the values that are worth trying."""
TRUSTED: tuple[str, ...] = tuple(word for word in TRUSTS if word != "plain")


class Moves:
    """What can be tried for the difference between an entry as it is and as it was changed; `others` are read beside them."""

    def __init__(self, compiled: Compiled, old: Entry | None, new: Entry | None, others: Iterable[Entry] = ()) -> None:
        self._compiled = compiled
        self._entries = [one for one in (old, new, *others) if one is not None]
        self._patterns = [
            pattern for entry in self._entries for part in (*entry.when, *entry.unless) for _, pattern in patterns(part)
        ]
        self._reached = self._through(self._patterns)
        self._values = self._worth_trying()

    def of(self, one: Situation) -> Iterator[Situation]:
        """Every situation one little change away: a field, a fact more or less, how far a fact is trusted, the basis."""
        yield from self._fields(one)
        yield from self._stated(one)
        yield from self._more(one)
        for place in range(len(one.facts)):
            yield one.without(place)
        yield from self._trusted(one)

    def _fields(self, one: Situation) -> Iterator[Situation]:
        """Other values first, fields left out after these: a fact that lacks a field is the odder of the two."""
        for place, given in enumerate(one.facts):
            for name, values in self._values.get(given.kind, {}).items():
                for value in values:
                    if given.fields.get(name) != value:
                        yield one.with_field(place, name, value)
        for place, given in enumerate(one.facts):
            for name in self._values.get(given.kind, {}):
                if name in given.fields:
                    yield one.with_field(place, name, None)

    def _stated(self, one: Situation) -> Iterator[Situation]:
        for name, values in self._values.get("basis", {}).items():
            if name not in OF_FINDINGS:
                for value in values:
                    yield one.stating(name, value)

    def _more(self, one: Situation) -> Iterator[Situation]:
        """A fact more: one like another of a kind that is asked for, or one that meets a pattern by itself."""
        kinds = {pattern.kind for pattern in self._reached}
        for given in one.facts:
            if given.kind in kinds:
                yield one.having(given)
        for pattern in self._reached:
            if pattern.kind.startswith(("signal/", "probe/")):
                fields = {c.field: c.values[0] for c in pattern.conditions if c.values}
                yield one.having(fact(pattern.kind, fields, len(one.facts)))

    def _trusted(self, one: Situation) -> Iterator[Situation]:
        for place, given in enumerate(one.facts):
            if given.rests_on:
                continue
            rests = given.model_copy(update={"rests_on": (given.id,)})
            facts = (*one.facts[:place], rests, *one.facts[place + 1 :])
            for word in TRUSTED:
                trust = TrustIn.model_validate({"evidence": given.id, "trust": word, "reasons": ()})
                yield one._replace(facts=facts, trust=(*one.trust, trust))

    def _through(self, some: Sequence[Pattern]) -> list[Pattern]:
        """These patterns and those of the rules whose findings they read, however deep."""
        rules = {rule.id: rule for rule in self._compiled.framework.rules}
        found, left, seen = list[Pattern](), list(some), set[str]()
        while left:
            pattern = left.pop(0)
            found.append(pattern)
            name = pattern.kind.removeprefix("finding/")
            if pattern.kind.startswith("finding/") and name in rules and name not in seen:
                seen.add(name)
                rule = rules[name]
                left += [inner for part in (*rule.when, *rule.unless) for _, inner in patterns(part)]
        return found

    def _worth_trying(self) -> Values:
        own = {id(pattern) for pattern in self._patterns}
        found: dict[str, dict[str, tuple[Scalar, ...]]] = {}
        for pattern in sorted(self._reached, key=lambda one: id(one) not in own):
            fields = {field.name: field for field in self._compiled.vocabulary.get(pattern.kind, ())}
            by_field = found.setdefault(pattern.kind, {})
            for one in pattern.conditions:
                field = fields.get(one.field)
                if field is not None:
                    by_field[one.field] = tuple(dict.fromkeys((*by_field.get(one.field, ()), *_tried(one, field))))
        return found


def _tried(one: Condition, field: Field) -> Iterator[Scalar]:
    """Values at and beside what a condition asks for, and all that a closed field can have, within its range."""
    for value in one.values:
        for near in (value, *beside(value, field)):
            if _within(near, field):
                yield near
    yield from field.choices
    if field.type == "boolean":
        yield from (True, False)


def _within(value: Scalar, field: Field) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    return (field.least is None or value >= field.least) and (field.most is None or value <= field.most)


def asked(entry: Entry) -> set[tuple[str, str]]:
    """The kinds and fields that an entry asks for itself: facts without these look odd to whoever wrote it."""
    parts: Iterable[Pattern | Tally] = (*entry.when, *entry.unless)
    return {(pattern.kind, one.field) for part in parts for _, pattern in patterns(part) for one in pattern.conditions}


def kinds_of(entry: Entry) -> set[str]:
    """The kinds of facts that an entry reads itself."""
    parts: Iterable[Pattern | Tally] = (*entry.when, *entry.unless)
    return {pattern.kind for part in parts for _, pattern in patterns(part)}
