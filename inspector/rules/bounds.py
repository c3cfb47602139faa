"""Rules that facts meet in more ways than anybody waits for, found before a matcher is asked.

Patterns that nothing joins multiply: three of one kind in one rule, and sixty facts of it, are two hundred thousand matches, each
of them a finding. No matcher can be stopped on its way, so such a rule is refused. Where it may come to that, its matches
are counted first, and those of its first patterns alone besides; counting ends at the limit.
"""

from collections.abc import Iterable, Sequence
from math import prod

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Where
from inspector.rules.intermediate import CompiledRule, EncodedFact
from inspector.rules.joins import Part, bindings, by_kind
from inspector.rules.refusal import refuse

LIMIT, TRIES, ALL = "rule-matches", "rule-tries", "findings"
FIX = "join its patterns by a field they share, or let it count them with `count` and `is`, or "


def bounded(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> None:
    """Raise CannotComplete for the first rule that could match in more ways than the limit allows."""
    there = by_kind(facts)
    many = {kind: len(some) for kind, some in there.items()}
    allowed = most(LIMIT)
    counting: dict[str, _Counting] = {}
    for rule in rules:
        # Few rules come near: of all others it need not be asked what joins their patterns.
        if at_most([many.get(pattern.kind, 0) for pattern in rule.patterns]) <= allowed:
            continue
        counts = counting.setdefault(rule.name, _Counting(rule.name))
        for _ in bindings([Part([pattern]) for pattern in rule.patterns], there, counts):
            pass


def all_bounded(drawn: int, last: str) -> None:
    """Raise CannotComplete where the rules have drawn more findings than the limit allows; `last` is the rule that did."""
    if drawn > most(ALL):
        raise _refused(last, f"with those of {last} there are more than {words(ALL)}", ALL)


def at_most(many: Sequence[int]) -> int:
    """How many matches, and matches of the first patterns alone, there could be at most."""
    return sum(prod(many[: place + 1]) for place in range(len(many)))


class _Counting:
    """How many matches of one rule there were so far, in whole or in part, and how many facts were tried for it."""

    def __init__(self, rule: str) -> None:
        self._rule, self._tried, self._found = rule, 0, 0
        self._most, self._tries = most(LIMIT), most(TRIES)

    def __call__(self, tried: int, found: int) -> None:
        self._tried += tried
        self._found += found
        if self._found > self._most:
            raise _refused(self._rule, f"the rule {self._rule} has more than {words(LIMIT)}", LIMIT)
        if self._tried > self._tries:
            raise _refused(self._rule, f"the rule {self._rule} takes more than {words(TRIES)}", TRIES)


def _refused(rule: str, message: str, limit: str) -> CannotComplete:
    where = Where(file="framework", path=rule)
    return refuse("too-many-matches", where, message, fix=f"{FIX}{raise_it(limit)}")
