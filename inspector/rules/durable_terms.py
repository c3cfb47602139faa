"""How rules and facts are put to durable-rules: in shards, as short tokens, within the part of it that is safe."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact, MatcherError

PATTERNS_PER_RULESET = 60
"""A fact that fits 65 patterns of one ruleset is a hard error in the engine."""
PATTERNS_PER_RULE = 15
CHECKS_PER_PATTERN = 24
SID = "0"
_OPERATORS = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


def shards(rules: Iterable[CompiledRule]) -> Iterator[tuple[CompiledRule, ...]]:
    """The rules in groups of at most 60 patterns, the sentinel's included, rules on the same kinds together."""
    room = PATTERNS_PER_RULESET - 1
    group: list[CompiledRule] = []
    size = 0
    for rule in sorted(rules, key=lambda rule: [pattern.kind for pattern in rule.patterns]):
        if len(rule.patterns) > PATTERNS_PER_RULE or any(len(p.checks) > CHECKS_PER_PATTERN for p in rule.patterns):
            raise MatcherError(f"the rule {rule.name} has more patterns or conditions than the engine can hold")
        if size + len(rule.patterns) > room:
            yield tuple(group)
            group, size = [], 0
        group.append(rule)
        size += len(rule.patterns)
    if group:
        yield tuple(group)


class Tokens:
    """Short names for kinds, attributes, strings and facts, the same one for the same thing."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def __call__(self, sort: str, text: str) -> str:
        """The token for `text` as a thing of one sort: `k` kind, `a` attribute, `s` string."""
        return self._names.setdefault(sort + text, f"{sort}{len(self._names)}")

    def value(self, value: int | str) -> int | str:
        """A number as it is, a string as its token."""
        return self("s", value) if isinstance(value, str) else value


def message(number: int, fact: EncodedFact, token: Tokens) -> dict[str, Any]:
    """One fact as a message; its id is `f` and its number."""
    told: dict[str, Any] = {"id": f"f{number}", "sid": SID, "kind": token("k", fact.kind), "one": 1}
    for attr, value in fact.attrs.items():
        told[token("a", attr)] = token.value(value)
    return told


def definition(rule: CompiledRule, token: Tokens, action: Callable[[Any], None]) -> dict[str, Any]:
    """One rule whose patterns are captured as `m0`, `m1`, … and whose match runs `action`."""
    # A later join on an attribute that the captured fact lacks is an error in the engine, so it is required first.
    joined = {c.value for p in rule.patterns for c in p.checks if isinstance(c.value, Earlier)}
    needed = {i: sorted(e.attr for e in joined if e.pattern == i) for i in range(len(rule.patterns))}
    return {"all": [{f"m{i}": _pattern(p, needed[i], token)} for i, p in enumerate(rule.patterns)], "run": action}


def _pattern(pattern: CompiledPattern, needed: Sequence[str], token: Tokens) -> dict[str, Any]:
    constants = [c for c in pattern.checks if not isinstance(c.value, Earlier)]
    joins = [c for c in pattern.checks if isinstance(c.value, Earlier)]
    tests: list[dict[str, Any]] = [{"kind": token("k", pattern.kind)}]
    tests += [_test(check, token) for check in constants]
    tests += [{"$ex": {token("a", attr): 1}} for attr in needed]
    tests += [_test(check, token) for check in joins]
    if joins:
        # When the last expression of a join fails, the engine reads beyond it; this one cannot fail.
        tests.append({"one": {"m0": "one"}})
    return {"$and": tests}


def _test(check: Check, token: Tokens) -> dict[str, Any]:
    value: Any
    if isinstance(check.value, Earlier):
        value = {f"m{check.value.pattern}": token("a", check.value.attr)}
    else:
        value = token.value(check.value)
    test = {token("a", check.attr): value}
    return test if check.op == "==" else {_OPERATORS[check.op]: test}
