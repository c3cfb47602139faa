"""Two patterns speak of two things where one is meant.

What:
    Two patterns of different kinds whose facts are each of one thing (an indicator, a recommendation), and nothing says that
    it is the same: neither `indicator: $move.indicator` nor a name in both.

Why:
    Any gain beside any work fits, a gain in one place beside work in another. Of ten measures there is always one that got
    better.

Bad:
    when:
      move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}
      claim: {signal: claimed-effect, tests: ">= 3"}
    conclude: {standing: showing}

Good:
    when:
      move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}
      claim: {signal: claimed-effect, indicator: $move.indicator, tests: ">= 3"}
    conclude: {standing: showing}

Waive:
    Where two things are meant: say so in the words of the rule.
"""

from itertools import combinations

from inspector.lints._walk import Holder, Vocabulary, holders, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern

ID = "forgotten-join"
FAMILY = "logic"
LEVEL = "error"
NAMES = ("known_as",)
"""Fields that name the thing beside its key."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each pair of patterns that nothing joins."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> list[Problem]:
    parts = [part for part in holder.when if isinstance(part, Pattern)]
    joined = _joined(parts)
    found = []
    for a, b in combinations(parts, 2):
        key = _shared(a, b, vocabulary)
        if key and a.kind != b.kind and joined[a.alias] != joined[b.alias] and not (_named(a, key) and _named(b, key)):
            message = f"nothing says that {a.alias} and {b.alias} are of the same {key}"
            found.append(remark(ID, b.where, message, f"{key}: ${a.alias}.{key} in {b.alias}"))
            # One remark for what is not joined to the rest.
            joined = {alias: joined[a.alias] if to == joined[b.alias] else to for alias, to in joined.items()}
    return found


def _joined(parts: list[Pattern]) -> dict[str, str]:
    """Each alias with the first one of those it is joined to by references."""
    first = {part.alias: part.alias for part in parts}
    for part in parts:
        for ref in (c.ref for c in part.conditions if c.ref is not None and c.operator == "=="):
            if ref.alias in first:
                old, new = first[part.alias], first[ref.alias]
                first = {alias: new if to == old else to for alias, to in first.items()}
    return first


def _shared(a: Pattern, b: Pattern, vocabulary: Vocabulary) -> str:
    mine, others = _things(a, vocabulary), _things(b, vocabulary)
    both = [name for name in mine if name in others and (mine[name].key or others[name].key)]
    return next((name for name in both if mine[name].open or others[name].open), "")


def _things(pattern: Pattern, vocabulary: Vocabulary) -> dict[str, Field]:
    if pattern.kind.startswith("probe/"):
        return {}
    return {f.name: f for f in vocabulary.get(pattern.kind, ()) if f.role == "name" and f.type == "string"}


def _named(pattern: Pattern, key: str) -> bool:
    return any(c.field in (key, *NAMES) and c.ref is None and c.operator == "==" for c in pattern.conditions)
