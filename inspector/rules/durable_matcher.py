"""The same answer as the reference matcher through durable-rules, within the part of it that is known to be safe.

What the C engine is never shown: strings other than short tokens (so no length, escape or encoding can matter), floats,
nulls, more than 60 patterns at once, rules with more than 15 patterns, a join on an attribute that may be missing.
"""

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

from inspector.rules.durable_terms import SID, Tokens, definition, message, shards
from inspector.rules.intermediate import CompiledPattern, CompiledRule, EncodedFact, Match, MatcherError

Fired = tuple[int, tuple[int, ...]]
_SENTINEL = CompiledRule("", (CompiledPattern("", ()),))


@lru_cache(maxsize=1)
def load() -> tuple[Any, Any]:
    """The modules `durable.engine` and `durable_rules_engine`; ImportError where the extension cannot be loaded."""
    flags = sys.getdlopenflags() if hasattr(sys, "getdlopenflags") else None
    # The extension names a symbol that Python 3.13 no longer has; it is never called, so it may stay unresolved.
    if flags is not None and sys.version_info >= (3, 13):
        sys.setdlopenflags(os.RTLD_LAZY)
    try:
        return import_module("durable.engine"), import_module("durable_rules_engine")
    finally:
        if flags is not None:
            sys.setdlopenflags(flags)


def available() -> bool:
    """Whether the extension can be imported here."""
    try:
        load()
    except ImportError:
        return False
    return True


def match(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> frozenset[Match]:
    """Every match of every rule, as the reference matcher defines it.

    Raises MatcherError when the engine reports an error or shows that it cannot be relied on.
    """
    token = Tokens()
    told = [(fact.kind, message(number, fact, token)) for number, fact in enumerate(facts, 1)]
    found: set[Match] = set()
    for shard in shards(rules):
        kinds = {pattern.kind for rule in shard for pattern in rule.patterns}
        fired = _fired(shard, [one for kind, one in told if kind in kinds], token)
        found.update((shard[rule - 1].name, tuple(facts[i - 1].id for i in bound)) for rule, bound in fired if rule)
    return frozenset(found)


def _fired(shard: tuple[CompiledRule, ...], told: Sequence[Mapping[str, Any]], token: Tokens) -> list[Fired]:
    """What fired, by the position of the rule and the numbers of the facts; the sentinel's are 0."""
    engine, extension = load()
    fired: list[Fired] = []
    numbered = enumerate((_SENTINEL, *shard))
    rules = {f"r{i}": definition(rule, token, _recorder(fired, i, len(rule.patterns))) for i, rule in numbered}
    try:
        ruleset = engine.Ruleset("rules", None, rules)
    except Exception as error:
        raise MatcherError(f"durable-rules refused the rules: {error}") from error
    with warnings.catch_warnings():
        # The library asks the clock in a way that Python 3.12 deprecates, once a match.
        warnings.simplefilter("ignore", DeprecationWarning)
        _run(engine, ruleset, (message(0, EncodedFact("", "", {}), token), *told))
    if (0, (0,)) not in fired:
        raise MatcherError("durable-rules did not fire the rule that always fires")
    _forget(extension, ruleset)
    return fired


def _run(engine: Any, ruleset: Any, messages: Sequence[Mapping[str, Any]]) -> None:
    state = None
    answers: list[tuple[Any, Any]] = []
    try:
        for told in messages:
            try:
                state = ruleset.assert_fact(told)
            except engine.MessageNotHandledException:
                continue
        ruleset.do_actions(state, lambda error, after: answers.append((error, after)))
    except Exception as error:
        raise MatcherError(f"durable-rules failed: {error}") from error
    if len(answers) != 1 or answers[0][0] is not None or "exception" in (answers[0][1] or {}):
        raise MatcherError(f"durable-rules failed: {answers}")


def _forget(extension: Any, ruleset: Any) -> None:
    # Without both calls 2 to 3 MB are lost each time. After a failure they are lost: a ruleset whose actions never ran
    # cannot be deleted without the C engine aborting the process.
    with suppress(Exception):
        ruleset.delete_state(SID)
    with suppress(Exception):
        extension.delete_ruleset(ruleset._handle)


def _recorder(fired: list[Fired], rule: int, patterns: int) -> Callable[[Any], None]:
    def record(closure: Any) -> None:
        fired.append((rule, tuple(int(closure._m[f"m{i}"]["id"][1:]) for i in range(patterns))))

    return record
