"""Whether one rule fires whenever another does.

A rule implies another where each pattern of the other is met by a fact that meets one of its own, the findings it builds on taken
apart into what these rest on, and nothing could take the other away that does not take it away too. What is said is so for all
evidence; what is not said may still be so.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple, TypeVar

from inspector.framework.vocabulary import TALLY
from inspector.lints._boxes import beyond, box
from inspector.lints._ranges import Span, Values, allowed, hull, is_empty, of_field, within
from inspector.lints._walk import Vocabulary, field_of
from inspector.model.rules import Condition, Framework, Pattern, Ref, Rule, Tally, VerdictRow

T = TypeVar("T")
FINDING = "finding/"
COUNT, SHARE = TALLY[0].model_copy(update={"least": 0}), TALLY[2].model_copy(update={"least": 0, "most": 1})
DEEPEST = 6
"""So many findings deep a rule is taken apart."""
Names = Mapping[str, str]
"""Alias of one rule to the alias of the other whose fact it is."""


class Known(NamedTuple):
    """What a framework says, looked up by those who compare its rules; `kept` is what was worked out of its rules before."""

    rules: Mapping[str, Rule]
    vocabulary: Vocabulary
    kept: dict[tuple[str, str], Any]

    @classmethod
    def of(cls, framework: Framework, vocabulary: Vocabulary) -> "Known":
        """Of a framework and the vocabulary it was read with."""
        # Twenty lints ask in turn what the same rules rest on.
        last = _LAST[0]
        if last is not None and last[0] is framework and last[1] is vocabulary:
            return last[2]
        known = cls({rule.id: rule for rule in framework.rules}, vocabulary, {})
        _LAST[0] = (framework, vocabulary, known)
        return known

    def once(self, what: str, holder: "Rule | VerdictRow", work: Callable[[], T]) -> T:
        """What `work` gives for a rule, worked out once; for what is no rule of the framework, each time."""
        if self.rules.get(holder.id) is not holder:
            return work()
        if (what, holder.id) not in self.kept:
            self.kept[what, holder.id] = work()
        found: T = self.kept[what, holder.id]
        return found


_LAST: list[tuple[Framework, Vocabulary, Known] | None] = [None]


class Need(NamedTuple):
    """A part of a rule, or of one whose finding it needs. `own` is false for the latter: its fact may be that of another part."""

    part: Pattern | Tally
    own: bool


def needs(holder: Rule | VerdictRow, known: Known) -> tuple[Need, ...]:
    """What has to be there for a rule or row to hold: its own parts, and those of the findings that it builds on, however far.

    Aliases of the latter begin with that of the finding and a slash, and references to what a finding carries lead to where it
    carries it from.
    """
    return known.once("needs", holder, lambda: tuple(_needs(holder.when, known, "", frozenset())))


def _needs(parts: Sequence[Pattern | Tally], known: Known, prefix: str, seen: frozenset[str]) -> Iterator[Need]:
    by_alias = {part.alias: part for part in parts}
    for part in parts:
        yield Need(_renamed(part, prefix, by_alias, known), own=not prefix)
    for part in parts:
        rule = _drawn_by(part, known)
        if rule is not None and rule.id not in seen and len(seen) < DEEPEST:
            yield from _needs(rule.when, known, f"{prefix}{part.alias}/", seen | {rule.id})


def _drawn_by(part: Pattern | Tally, known: Known) -> Rule | None:
    return known.rules.get(part.kind.removeprefix(FINDING)) if _is_finding(part) else None  # type: ignore[union-attr]


def _is_finding(part: Pattern | Tally) -> bool:
    return isinstance(part, Pattern) and part.kind.startswith(FINDING)


def _renamed(
    part: Pattern | Tally, prefix: str, by_alias: Mapping[str, Pattern | Tally], known: Known
) -> Pattern | Tally:
    if isinstance(part, Tally):
        return part.model_copy(update={"alias": prefix + part.alias})
    conditions = tuple(
        c if c.ref is None else c.model_copy(update={"ref": resolved(c.ref, prefix, by_alias, known)})
        for c in part.conditions
    )
    return part.model_copy(update={"alias": prefix + part.alias, "conditions": conditions})


def resolved(ref: Ref, prefix: str, by_alias: Mapping[str, Pattern | Tally], known: Known) -> Ref:
    """Where a referenced value comes from: through what findings carry, to the fact that has it first."""
    for _ in range(DEEPEST):
        part = by_alias.get(ref.alias)
        rule = None if part is None else _drawn_by(part, known)
        source = None if rule is None else dict(rule.conclude.carry).get(ref.field)
        if rule is None or source is None:
            break
        prefix, by_alias, ref = f"{prefix}{ref.alias}/", {one.alias: one for one in rule.when}, source
    return Ref(alias=prefix + ref.alias, field=ref.field)


def implies(first: Rule | VerdictRow, other: Rule | VerdictRow, known: Known) -> bool:
    """Whether `other` holds whenever `first` does, whatever the evidence."""
    mine = needs(first, known)
    wanted = _needs_of_own(other, known)
    # Two facts of one kind are two facts; what a finding rests on may be a fact that is here already.
    kinds = [part.kind for part in wanted if isinstance(part, Pattern)]
    alone = {kind for kind in kinds if kinds.count(kind) == 1}
    usable = [need.part for need in mine if need.own or (isinstance(need.part, Pattern) and need.part.kind in alone)]
    return any(_spared(first, other, names, known) for names in _fits(wanted, usable, {}, known))


def _needs_of_own(holder: Rule | VerdictRow, known: Known) -> list[Pattern | Tally]:
    return [need.part for need in needs(holder, known) if need.own]


def _fits(
    wanted: Sequence[Pattern | Tally], mine: Sequence[Pattern | Tally], names: Names, known: Known
) -> Iterator[Names]:
    if not wanted:
        yield names
        return
    part, rest = wanted[0], wanted[1:]
    if isinstance(part, Tally):
        if any(counted(other, part, known) for other in mine):
            yield from _fits(rest, mine, names, known)
        return
    for other in mine:
        # Where facts are counted and one at least is wanted, there is one; nothing can refer to it, so its name is nobody's.
        name = other.alias if isinstance(other, Pattern) else f"{other.alias}#"
        there = other if isinstance(other, Pattern) else _one_of(other)
        if there is not None and name not in names.values() and meets(there, part, names, known):
            yield from _fits(rest, mine, {**names, part.alias: name}, known)


def _one_of(tally: Tally) -> Pattern | None:
    """What a fact fits of which a tally wants one or more."""
    return tally.count if tally.of is None and within(numbers(tally), (Span(1, inf),)) else None


def meets(pattern: Pattern, wanted: Pattern, names: Names, known: Known) -> bool:
    """Whether each fact that fits `pattern` fits `wanted`, whose aliases are `names` there."""
    if pattern.kind != wanted.kind:
        return False
    refs = [c for c in wanted.conditions if c.ref is not None]
    if not all(any(_same_ref(mine, c, names) for mine in pattern.conditions) for c in refs):
        return False
    fields = known.vocabulary.get(pattern.kind)
    asked = {c.field for c in wanted.conditions if c.ref is None}
    if fields is None:
        return all(any(_same(mine, c) for mine in pattern.conditions) for c in wanted.conditions if c.ref is None)
    here, there = beyond(pattern, fields, asked), box(wanted, fields)
    return all(name in here and _told(pattern, name, known, here) and within(here[name], there[name]) for name in asked)


def _told(pattern: Pattern, name: str, known: Known, here: Mapping[str, Values]) -> bool:
    """Whether a pattern says something of a field: only then is it sure that the field is there."""
    field = field_of(known.vocabulary.get(pattern.kind), name)
    return field is not None and (any(c.field == name for c in pattern.conditions) or here[name] != of_field(field))


def _same(a: Condition, b: Condition) -> bool:
    return (a.field, a.operator, set(map(repr, a.values)), a.ref) == (
        b.field, b.operator, set(map(repr, b.values)), b.ref,
    )  # fmt: skip


def _same_ref(mine: Condition, wanted: Condition, names: Names) -> bool:
    if mine.ref is None or wanted.ref is None or mine.field != wanted.field or mine.operator != wanted.operator:
        return False
    return (mine.ref.alias, mine.ref.field) == (names.get(wanted.ref.alias), wanted.ref.field)


def numbers(tally: Tally) -> Values:
    """The counts, or shares, that will do for a tally."""
    field = COUNT if tally.of is None else SHARE
    return allowed(field, tally.tests)


def counted(mine: Pattern | Tally, wanted: Tally, known: Known) -> bool:
    """Whether a tally holds wherever a part does."""
    do = numbers(wanted)
    if isinstance(mine, Pattern):
        some = wanted.of is None and meets(mine, wanted.count, {}, known)
        return some and within((Span(1, inf),), do)
    if (mine.of is None) != (wanted.of is None):
        return False
    less, more = meets(mine.count, wanted.count, {}, known), meets(wanted.count, mine.count, {}, known)
    if mine.of is not None and wanted.of is not None:
        same = meets(mine.of, wanted.of, {}, known) and meets(wanted.of, mine.of, {}, known)
        return same and less and more and within(numbers(mine), do)
    found = hull(numbers(mine))
    if less and more:
        return within(numbers(mine), do)
    if less:
        return within((Span(found.low, inf),), do)
    return more and within((Span(0, found.high),), do)


def _spared(first: Rule | VerdictRow, other: Rule | VerdictRow, names: Names, known: Known) -> bool:
    """Whether all that takes the other away takes the first away too."""
    back = {mine: alias for alias, mine in names.items()}
    # A fact that plays a part in the first cannot take it away; one that plays none in the other could take that away.
    spare = {part.kind for part in first.when if isinstance(part, Pattern) and part.alias not in back}
    return not any(isinstance(part, Pattern) and part.kind in spare for part in other.unless) and all(
        any(_takes(part, mine, back, known) for mine in first.unless) for part in other.unless
    )


def _takes(part: Pattern | Tally, mine: Pattern | Tally, back: Names, known: Known) -> bool:
    if isinstance(part, Pattern) and isinstance(mine, Pattern):
        return meets(part, mine, back, known)
    return isinstance(mine, Tally) and counted(part, mine, known)


def impossible(pattern: Pattern, known: Known) -> str:
    """The field of which no value meets a pattern; empty where there may be a fact for it."""
    left = box(pattern, known.vocabulary.get(pattern.kind))
    return next((name for name, values in left.items() if is_empty(values)), "")


def kinds(rule: Rule) -> Counter[str]:
    """How many patterns of each kind a rule has."""
    return Counter(part.kind if isinstance(part, Pattern) else f"of {part.count.kind}" for part in rule.when)
