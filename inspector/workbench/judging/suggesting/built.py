"""Facts that meet a rule or a row at its least, built from its conditions: where no case has any."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from inspector.framework.cases import key_of
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.ladder import rank
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.mutating.steps import beside
from inspector.workbench.judging.suggesting.situation import Situation

DEEPEST = 6
"""Rules that read the findings of rules, so many deep."""
Fields = dict[str, Scalar]


def built(compiled: Compiled, entry: Rule | VerdictRow) -> Situation:
    """A situation in which the parts of `when` are likely to hold; whoever uses it has to ask whether they do."""
    made = _Building(compiled)
    made.entry(entry, 0)
    found = Situation(stated=tuple(made.stated.items()))
    for kind, fields in made.facts:
        found = found.having(fact(kind, fields, len(found.facts)))
    return found


def fact(kind: str, fields: Mapping[str, Scalar], number: int) -> Fact:
    """A fact as a test case would have it."""
    return Fact(id=f"{kind}/{key_of(fields, number)}", kind=kind, fields=dict(fields))


class _Building:
    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.facts: list[tuple[str, Fields]] = []
        self.stated: Fields = {}

    def entry(self, entry: Rule | VerdictRow, depth: int) -> dict[str, Fields]:
        """Meet all parts of `when`; the fields that each alias is bound to."""
        bound: dict[str, Fields] = {}
        if depth > DEEPEST:
            return bound
        for part in entry.when:
            for pattern, many in _wanted(part):
                for _ in range(many):
                    bound[part.alias] = self._pattern(pattern, bound, depth)
        return bound

    def _pattern(self, pattern: Pattern, bound: Mapping[str, Fields], depth: int) -> Fields:
        head, _, name = pattern.kind.partition("/")
        wanted = {
            one.field: value
            for one in pattern.conditions
            if (value := _met(one, self._field(pattern.kind, one.field), bound)) is not None
        }
        if head == "finding":
            return self._finding(self._rule(name), wanted, depth)
        if head == "standing":
            return self._standing(name, wanted, depth)
        if head == "basis":
            self.stated.update(wanted)
            return wanted
        self.facts.append((pattern.kind, wanted))
        return wanted

    def _finding(self, rule: Rule, wanted: Fields, depth: int) -> Fields:
        bound = self.entry(rule, depth + 1)
        for name, ref in rule.conclude.carry:
            source = bound.get(ref.alias)
            if source is None:
                continue
            if name in wanted:
                source[ref.field] = wanted[name]
            elif ref.field not in source:
                field = self._field_of(rule, ref.alias, ref.field)
                source[ref.field] = _any(field)
            wanted = {**wanted, name: source[ref.field]}
        return wanted

    def _standing(self, theme: str, wanted: Fields, depth: int) -> Fields:
        least = str(wanted.get("standing", "stated"))
        rules = [one for one in self._compiled.framework.rules if one.theme == theme and one.conclude.standing]
        fitting = [one for one in rules if one.conclude.standing and rank(one.conclude.standing) >= rank(least)]  # type: ignore[arg-type]
        for rule in sorted(fitting, key=lambda one: len(one.when))[:1]:
            self.entry(rule, depth + 1)
        return {}

    def _rule(self, name: str) -> Rule:
        return next(one for one in self._compiled.framework.rules if one.id == name)

    def _field(self, kind: str, name: str) -> Field | None:
        return next((one for one in self._compiled.vocabulary.get(kind, ()) if one.name == name), None)

    def _field_of(self, rule: Rule, alias: str, name: str) -> Field | None:
        part = next((one for one in rule.when if one.alias == alias), None)
        return self._field(part.kind, name) if isinstance(part, Pattern) else None


def _wanted(part: Pattern | Tally) -> Iterator[tuple[Pattern, int]]:
    """The patterns to meet, each so many times."""
    if isinstance(part, Pattern):
        yield part, 1
        return
    least = part.test.values[0] if part.test.values else 1
    number = float(least) if isinstance(least, int | float) else 1.0
    if part.of is not None:
        yield part.count, 1
    elif part.test.operator in (">=", "==", ">"):
        yield part.count, min(20, int(number) + (part.test.operator == ">"))


def _met(one: Condition, field: Field | None, bound: Mapping[str, Fields]) -> Scalar | None:
    """A value that meets a condition at its least; None where it hangs on something unknown."""
    if one.ref is not None:
        source = bound.get(one.ref.alias)
        if source is None:
            return None
        return source.setdefault(one.ref.field, _any(field))
    if not one.values:
        return None
    value = one.values[0]
    if one.operator in ("==", ">=", "<="):
        return value
    if field is None:
        return None
    if one.operator == "!=":
        others: Sequence[Scalar] = [choice for choice in field.choices if choice not in one.values]
        others = others or list(beside(value, field))
        return others[-1] if others else None
    steps = list(beside(value, field))
    return None if not steps else steps[-1] if one.operator == ">" else steps[0]


def _any(field: Field | None) -> Scalar:
    if field is None or field.type == "string":
        return field.choices[0] if field is not None and field.choices else "one"
    if field.type == "date":
        return date(2025, 1, 1)
    if field.type == "boolean":
        return True
    if field.type == "standing":
        return "doing"
    least = field.least or 0
    return int(least) if field.type == "integer" else float(least)
