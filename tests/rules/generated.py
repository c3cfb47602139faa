"""Random frameworks, vocabularies and facts, from Hypothesis or from a seeded generator alike."""

import random
from datetime import date
from typing import Any

from inspector.model.facts import Fact, Field
from inspector.model.problems import Where
from inspector.model.rules import Conclusion, Condition, Framework, Pattern, Ref, Rule, Tally, Theme, VerdictRow
from inspector.rules.encode import ordered, sort_of
from inspector.rules.vocabulary import FINDING, TALLY

WHERE = Where(file="rules.yaml", line=1, column=1)
TYPES = ("string", "number", "integer", "boolean", "date", "standing")
VALUES: dict[str, tuple[Any, ...]] = {
    "string": ("a", "better", "", "b", "\u00e9", "e\u0301", '"\\', "1", "plain", "\n"),
    "number": (0.0, 0.5, 1, 2.0, -2.5, 0.000001, 1e12, -1e12),
    "integer": (0, 1, 2, 3, -1, 9_000_000_000_000),
    "boolean": (True, False),
    "date": (date(2024, 1, 1), date(2024, 4, 1), date(1999, 12, 31)),
    "standing": ("silent", "stated", "doing", "showing", "lasting"),
}
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
LEVELS = ("stated", "doing", "showing", None)


class Dice:
    """Choices from a seeded generator. The Hypothesis twin of this class lives beside the test that uses it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, options: Any) -> Any:
        return self._random.choice(list(options))

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def chance(self, tenths: int) -> bool:
        return self.number(1, 10) <= tenths


def world(dice: Any, most_rules: int = 5, most_facts: int = 6) -> tuple[Framework, tuple[Fact, ...], dict[str, Any]]:
    vocabulary = {kind: _fields(dice) for kind in ("probe/p", "signal/s", "signal/t")[: dice.number(1, 3)]}
    known: dict[str, tuple[Field, ...]] = dict(vocabulary)
    rules: list[Rule] = []
    for number in range(dice.number(1, most_rules)):
        rule = _rule(dice, f"rule-{number}", known, [r.id for r in rules])
        rules.append(rule)
        known[f"finding/{rule.id}"] = (*FINDING, *_carried(rule, known))
    facts = tuple(fact(dice, f"fact-{n}", vocabulary) for n in range(dice.number(0, most_facts)))
    return framework(rules), facts, vocabulary


def framework(rules: Any, verdicts: tuple[VerdictRow, ...] = ()) -> Framework:
    theme = Theme(id="stream", title="Stream", asks="?", evidence=("a log",), weight=1, where=WHERE)
    return Framework(
        id="tiny",
        version="1",
        title="Tiny",
        question="?",
        digest="0",
        sources=(),
        themes=(theme,),
        rules=tuple(rules),
        verdicts=verdicts,
        path=".",
    )


def distrust(facts: tuple[Fact, ...]) -> tuple[Any, Any]:
    """A trust that depends on nothing but which facts they are."""
    last = max((fact.id for fact in facts), default="")
    if last.endswith(("1", "a")):
        return "compromised", None
    return ("exposed", "doing") if last.endswith(("2", "b", "c")) else ("plain", None)


def _value(dice: Any, pool: Any) -> Any:
    # Mostly the first two of a kind, so that values meet.
    return dice.pick(pool[:2] if dice.chance(7) else pool)


def _fields(dice: Any) -> tuple[Field, ...]:
    return tuple(Field(name=f"f{n}", type=dice.pick(TYPES), says="") for n in range(dice.number(1, 4)))


def fact(dice: Any, name: str, vocabulary: dict[str, Any]) -> Fact:
    kind = dice.pick(sorted(vocabulary))
    fields = {f.name: _value(dice, VALUES[f.type]) for f in vocabulary[kind] if dice.chance(8)}
    return Fact(id=name, kind=kind, fields=fields, rests_on=(name[-1],))


def _rule(dice: Any, name: str, known: dict[str, Any], earlier: list[str]) -> Rule:
    base = [kind for kind in sorted(known) if not kind.startswith("finding/")]
    when: list[Pattern | Tally] = []
    for number in range(dice.number(1, 3)):
        # One finding a rule at the most, and first: findings multiply.
        kinds = [f"finding/{rule}" for rule in earlier] if earlier and not number and dice.chance(5) else base
        when.append(_part(dice, f"x{number}", kinds, known, when))
        if isinstance(when[0], Pattern) and when[0].kind.startswith("finding/") and number:
            break
    kinds = sorted(known)
    unless = [_part(dice, f"u{n}", kinds, known, when) for n in range(dice.number(0, 2))]
    conclude = Conclusion(
        standing=dice.pick(LEVELS), direction=dice.pick(("better", "worse", "neither")), carry=_carry(dice, when, known)
    )
    return Rule(
        id=name,
        theme="stream",
        cites=(),
        when=tuple(when),
        unless=tuple(unless),
        conclude=conclude,
        says="{x0.f0} and {x0.n}",
        where=WHERE,
    )


def _part(dice: Any, alias: str, kinds: list[str], known: dict[str, Any], when: list[Any]) -> Pattern | Tally:
    if dice.chance(8):
        return _pattern(dice, alias, dice.pick(kinds), known, when)
    count = _pattern(dice, alias, dice.pick(kinds), known, [])
    of = _pattern(dice, alias, dice.pick(kinds), known, []) if dice.chance(5) else None
    value = dice.pick((0, 1, 2)) if of is None else dice.pick((0.25, 0.5, 1.0))
    test = Condition(field="n", operator=dice.pick(OPERATORS), values=(value,), where=WHERE)
    return Tally(alias=alias, count=count, of=of, test=test, where=WHERE)


def _pattern(dice: Any, alias: str, kind: str, known: dict[str, Any], when: list[Any]) -> Pattern:
    conditions = []
    for _ in range(dice.pick((0, 1, 1, 2))):
        field = dice.pick(known[kind])
        operator = dice.pick(OPERATORS if ordered(field.type) else OPERATORS[:2])
        refs = _refs(field, when, known)
        if refs and dice.chance(6):
            conditions.append(Condition(field=field.name, operator=operator, ref=dice.pick(refs), where=WHERE))
        else:
            pool = field.choices or VALUES[field.type]
            values = tuple(_value(dice, pool) for _ in range(2 if dice.chance(3) else 1))
            conditions.append(Condition(field=field.name, operator=operator, values=values, where=WHERE))
    return Pattern(alias=alias, kind=kind, conditions=tuple(conditions), where=WHERE)


def _part_fields(part: Pattern | Tally, known: dict[str, Any]) -> tuple[Field, ...]:
    return TALLY if isinstance(part, Tally) else known[part.kind]


def _refs(field: Field, when: list[Any], known: dict[str, Any]) -> list[Ref]:
    fields = [(part.alias, other) for part in when for other in _part_fields(part, known)]
    return [Ref(alias=alias, field=f.name) for alias, f in fields if sort_of(f.type) == sort_of(field.type)]


def _carry(dice: Any, when: list[Any], known: dict[str, Any]) -> tuple[tuple[str, Ref], ...]:
    if dice.chance(5):
        return ()
    part = dice.pick(when)
    return (("c0", Ref(alias=part.alias, field=dice.pick(_part_fields(part, known)).name)),)


def _carried(rule: Rule, known: dict[str, Any]) -> list[Field]:
    parts = {part.alias: part for part in rule.when}
    carried = []
    for name, ref in rule.conclude.carry:
        source = next(f for f in _part_fields(parts[ref.alias], known) if f.name == ref.field)
        carried.append(source.model_copy(update={"name": name}))
    return carried
