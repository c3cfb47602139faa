"""From the rules of a framework to what matchers read.

Conditions that allow several values become several compiled rules of the same name. Each entry of `unless` becomes a
companion: the patterns of `when` and that one more; the driver takes its matches away. A tally becomes a pattern on a
fact that the driver makes before it asks the matcher.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from inspector.model.facts import FieldType, Scalar
from inspector.model.problems import Where
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.rules.encode import SCALE, encode_value, fields_read, ordered, sort_of
from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, Encoded
from inspector.rules.refusal import refuse
from inspector.rules.vocabulary import Vocabulary, types_of

Alternatives = tuple[CompiledPattern, ...]
"""One pattern with its lists of values spelt out: a fact fits when it fits any of them."""


class CompiledTally(NamedTuple):
    """What to count for one tally. Its fact has `id` for its id and its kind."""

    id: str
    inside: Alternatives
    outside: Alternatives | None


class CompiledEntry(NamedTuple):
    """One rule or verdict row: `main` finds its matches, each of `companions` what `unless` takes away.

    `when` and `unless` are its parts one by one, for whoever matches without a ruleset: what `main` spells out.
    """

    id: str
    aliases: tuple[str, ...]
    main: tuple[CompiledRule, ...]
    companions: tuple[CompiledRule, ...]
    tallies: tuple[CompiledTally, ...]
    when: tuple[Alternatives, ...]
    unless: tuple[Alternatives, ...]


def compile_entry(entry: Rule | VerdictRow, known: Vocabulary) -> CompiledEntry:
    """Compile one rule or row. Raises CannotComplete, located, on an unknown kind, field or alias or a wrong type."""
    when = [_part(entry.id, part, entry.when[:i], known) for i, part in enumerate(entry.when)]
    main = _combine(entry.id, when)
    unless = [_part(entry.id, part, entry.when, known) for part in entry.unless]
    companions: list[CompiledRule] = []
    for part, last in zip(entry.unless, unless, strict=True):
        companions += _combine(f"{entry.id} unless {part.alias}", [*when, last])
    tallies = tuple(_tally(entry.id, part, known) for part in (*entry.when, *entry.unless) if isinstance(part, Tally))
    aliases = tuple(part.alias for part in entry.when)
    return CompiledEntry(entry.id, aliases, main, tuple(companions), tallies, tuple(when), tuple(unless))


def wanted(entries: Iterable[CompiledEntry], known: Vocabulary) -> dict[str, dict[str, FieldType]]:
    """Kind to the fields, with types, that these entries read."""
    rules: list[CompiledRule] = []
    for entry in entries:
        rules += [*entry.main, *entry.companions]
        rules += [CompiledRule(t.id, (pattern,)) for t in entry.tallies for pattern in (*t.inside, *(t.outside or ()))]
    read = fields_read(rules)
    return {kind: {f: types_of(kind, known)[f] for f in sorted(read[kind])} for kind in sorted(read)}


def tally_id(entry: str, alias: str) -> str:
    """The id, and kind, of the fact that a tally makes."""
    return f"tally/{entry}/{alias}"


def _combine(name: str, parts: Sequence[Alternatives]) -> tuple[CompiledRule, ...]:
    if not parts:
        return ()
    return tuple(CompiledRule(name, patterns) for patterns in product(*parts))


def _part(entry: str, part: Pattern | Tally, earlier: Sequence[Pattern | Tally], known: Vocabulary) -> Alternatives:
    if isinstance(part, Pattern):
        return alternatives(entry, part, earlier, known)
    field = "n" if part.of is None else "share"
    kind = tally_id(entry, part.alias)
    tests = [test.model_copy(update={"field": field}) for test in part.tests]
    choices = [_checks(entry, test, types_of(kind, known), earlier, known) for test in tests]
    return tuple(CompiledPattern(kind, checks) for checks in product(*choices))


def _tally(entry: str, tally: Tally, known: Vocabulary) -> CompiledTally:
    of = None if tally.of is None else alternatives(entry, tally.of, (), known)
    return CompiledTally(tally_id(entry, tally.alias), alternatives(entry, tally.count, (), known), of)


def alternatives(entry: str, pattern: Pattern, earlier: Sequence[Pattern | Tally], known: Vocabulary) -> Alternatives:
    """The pattern with every list of values spelt out; `earlier` are the parts whose aliases it may refer to."""
    types = types_of(pattern.kind, known)
    if not types and pattern.kind not in known:
        raise refuse("unknown-kind", pattern.where, f"there is no {pattern.kind.replace('/', ' ', 1)}")
    choices = [_checks(entry, condition, types, earlier, known) for condition in pattern.conditions]
    return tuple(CompiledPattern(pattern.kind, checks) for checks in product(*choices))


def _checks(
    entry: str,
    condition: Condition,
    types: Mapping[str, FieldType],
    earlier: Sequence[Pattern | Tally],
    known: Vocabulary,
) -> tuple[Check, ...]:
    field = _type(condition.field, types, condition.where)
    if condition.operator not in ("==", "!=") and not ordered(field):
        raise refuse("condition-type", condition.where, f"{condition.field} is a {field}; it has no order")
    if condition.ref is None:
        values = [encode_literal(value, field, condition.where) for value in condition.values]
        return tuple(Check(condition.field, condition.operator, value) for value in dict.fromkeys(values))
    aliases = [part.alias for part in earlier]
    if condition.ref.alias not in aliases:
        raise refuse("unknown-alias", condition.where, f"${condition.ref.alias} is not an earlier alias of this rule")
    position = aliases.index(condition.ref.alias)
    source = earlier[position]
    kind = tally_id(entry, source.alias) if isinstance(source, Tally) else source.kind
    other = _type(condition.ref.field, types_of(kind, known), condition.where)
    if sort_of(field) != sort_of(other):
        message = f"{condition.field} is a {field} and ${condition.ref.alias}.{condition.ref.field} a {other}"
        raise refuse("condition-type", condition.where, message)
    return (Check(condition.field, condition.operator, Earlier(position, condition.ref.field)),)


def _type(field: str, types: Mapping[str, FieldType], where: Where) -> FieldType:
    if field not in types:
        raise refuse("unknown-field", where, f"there is no field {field}", expected="one of " + ", ".join(types))
    return types[field]


def encode_literal(value: Scalar, field: FieldType, where: Where) -> Encoded:
    """A literal of a condition, encoded. Raises CannotComplete where it is not of the type or too fine to compare."""
    # A whole number can be compared with 2.5; only a fact must be whole.
    as_type: FieldType = "number" if field == "integer" else field
    try:
        encoded = encode_value(value, as_type)
    except ValueError as reason:
        raise refuse("condition-type", where, f"{value!r} {reason}", expected=f"a {field}") from None
    if isinstance(value, float) and Decimal(repr(value)) * SCALE != encoded:
        raise refuse("condition-too-fine", where, f"{value!r} has more than six decimals; numbers are compared to six")
    return encoded
