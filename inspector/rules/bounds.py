"""Rules that facts could match in more ways than anybody waits for, found before a matcher is asked.

Patterns that nothing joins multiply: eight of one kind in one rule, and fifty facts of it, are more matches than there are grains
of sand. No matcher can be stopped on its way, so such a rule is refused.
"""

from collections.abc import Iterable, Sequence
from math import prod

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.rules.intermediate import CompiledPattern, CompiledRule, Earlier, EncodedFact
from inspector.rules.reference_matcher import holds
from inspector.rules.refusal import refuse

LIMIT = "rule-matches"


def bounded(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> None:
    """Raise CannotComplete for the first rule that could match in more ways than the limit allows."""
    by_kind: dict[str, list[EncodedFact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    many = {kind: len(some) for kind, some in by_kind.items()}
    allowed = most(LIMIT)
    for rule in rules:
        # Few rules come near: of all others it need not be asked what joins their patterns.
        if prod([many.get(pattern.kind, 1) for pattern in rule.patterns]) <= allowed:
            continue
        free = [pattern for pattern in rule.patterns if not _joined(pattern)]
        if prod(len(by_kind.get(pattern.kind, ())) for pattern in free) <= allowed:
            continue
        if prod(_fitting(pattern, by_kind.get(pattern.kind, ())) for pattern in free) > allowed:
            message = f"the rule {rule.name} could be matched in more than {words(LIMIT)}"
            fix = f"join its patterns by a field they share, or {raise_it(LIMIT)}"
            raise refuse("too-many-matches", Where(file="framework", path=rule.name), message, fix=fix)


def _joined(pattern: CompiledPattern) -> bool:
    return any(check.op == "==" and isinstance(check.value, Earlier) for check in pattern.checks)


def _fitting(pattern: CompiledPattern, facts: Sequence[EncodedFact]) -> int:
    constant = [check for check in pattern.checks if not isinstance(check.value, Earlier)]
    return sum(all(holds(check, fact) for check in constant) for fact in facts)
