"""Rules and rows against imagined facts: when each holds, and by which facts."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import z3

from inspector.model.rules import Pattern, Rule, Tally, VerdictRow
from inspector.workbench.theory.views import (
    Term,
    Value,
    View,
    Words,
    all_of,
    any_of,
    compared,
    count_of,
    meets,
    none_of,
)

Entry = Rule | VerdictRow
Part = Pattern | Tally
Facts = Mapping[str, Sequence[View]]
MOST = 700
"""Ways in which facts may meet one rule, beyond which it is not asked about."""
TABLE = 10


class TooMany(Exception):
    """A rule that facts could meet in more ways than are tried."""


class Way(NamedTuple):
    """One way in which facts meet a rule: by alias, and when."""

    bound: Mapping[str, View]
    holds: Term


def ways(entry: Entry, facts: Facts, words: Words) -> list[Way]:
    """Every way in which facts can meet a rule. Raises TooMany."""
    return list(_ways(entry.when, entry.unless, facts, words))


def holds(entry: Entry, facts: Facts, words: Words) -> Term:
    """Whether a rule or row holds by any facts. Parts that have nothing to do with one another are asked one by one."""
    groups = _groups(entry)
    return all_of(any_of([way.holds for way in _ways(when, unless, facts, words)]) for when, unless in groups)


def _ways(when: Sequence[Part], unless: Sequence[Part], facts: Facts, words: Words) -> Iterator[Way]:
    tried: list[Way] = [Way({}, True)]
    for part in when:
        tried = [further for way in tried for further in _further(part, way, facts, words)]
        if len(tried) > MOST:
            raise TooMany
    for way in tried:
        taken = [
            none_of(any_of([one.holds for one in _further(part, Way(way.bound, True), facts, words)]))
            for part in unless
        ]
        found = all_of([way.holds, *taken])
        if found is not False:
            yield Way(way.bound, found)


def _further(part: Part, way: Way, facts: Facts, words: Words) -> Iterator[Way]:
    if isinstance(part, Tally):
        view = tally(part, facts, words)
        test = part.test.model_copy(update={"field": "n"})
        found = share(part, view) if part.of is not None else meets(test, view, way.bound, words)
        yield from _kept(way, part.alias, view, [found])
        return
    for view in facts.get(part.kind, ()):
        # No fact plays two parts in one match.
        if any(view is other for other in way.bound.values()):
            continue
        yield from _kept(
            way, part.alias, view, [view.there, *(meets(c, view, way.bound, words) for c in part.conditions)]
        )


def _kept(way: Way, alias: str, view: View, parts: Sequence[Term]) -> Iterator[Way]:
    found = all_of([way.holds, *parts])
    if found is not False:
        yield Way({**way.bound, alias: view}, found)


def fitting(pattern: Pattern, facts: Facts, words: Words) -> list[Term]:
    """Of each fact of its kind whether it fits a pattern that stands for itself."""
    return [
        all_of([view.there, *(meets(one, view, {}, words) for one in pattern.conditions)])
        for view in facts.get(pattern.kind, ())
    ]


def tally(part: Tally, facts: Facts, words: Words) -> View:
    """What is counted, as a fact."""
    inside = fitting(part.count, facts, words)
    fields = {"n": Value("integer", True, count_of(inside))}
    if part.of is not None:
        fields["out_of"] = Value("integer", True, count_of(fitting(part.of, facts, words)))
    return View(f"tally/{part.alias}", part.alias, True, fields)


def tallied(entry: Entry, facts: Facts, words: Words) -> dict[str, dict[str, Term]]:
    """By alias of what `when` counts the numbers that are counted."""
    found = {part.alias: tally(part, facts, words) for part in entry.when if isinstance(part, Tally)}
    return {alias: {name: value.is_ for name, value in view.fields.items()} for alias, view in found.items()}


def share(part: Tally, view: View) -> Term:
    """Whether a share meets its test, as it is rounded. A share out of none does not."""
    n, out_of = view.fields["n"].is_, view.fields["out_of"].is_
    test = part.test
    if test.ref is not None:
        raise TooMany
    most = TABLE
    pairs = []
    for under in range(1, most + 1):
        for over in range(most + 1):
            value = Value("number", True, Decimal(f"{over / under:.6g}"))
            if any(compared(test.operator, value, Decimal(repr(v))) for v in test.values if isinstance(v, int | float)):
                pairs.append(all_of([_same(n, over), _same(out_of, under)]))
    return any_of(pairs)


def _same(term: Term, number: int) -> Term:
    return term == number


def _groups(entry: Entry) -> list[tuple[list[Part], list[Part]]]:
    """Parts of a rule that share facts or joins, together with what takes them away; others apart."""
    parts: list[Part] = [*entry.when, *entry.unless]
    top = list(range(len(parts)))

    def root(n: int) -> int:
        while top[n] != n:
            n = top[n]
        return n

    for n, part in enumerate(parts):
        for m, other in enumerate(parts[:n]):
            if _together(part, other):
                top[root(n)] = root(m)
    groups: dict[int, tuple[list[Part], list[Part]]] = {}
    for n, part in enumerate(parts):
        group = groups.setdefault(root(n), ([], []))
        group[n >= len(entry.when)].append(part)
    return list(groups.values())


def _together(part: Part, other: Part) -> bool:
    tests = part.conditions if isinstance(part, Pattern) else (part.test,)
    if any(one.ref is not None and one.ref.alias == other.alias for one in tests):
        return True
    return isinstance(part, Pattern) and isinstance(other, Pattern) and part.kind == other.kind


def integer(term: Term) -> Term:
    """A whole number as the solver takes it."""
    return z3.IntVal(term) if isinstance(term, int) else term
