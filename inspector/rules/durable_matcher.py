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

from inspector.model.words import short
from inspector.rules.durable_terms import SID, Tokens, definition, message, shards
from inspector.rules.intermediate import CompiledPattern, CompiledRule, EncodedFact, Match, MatcherError
from inspector.rules.reference_matcher import fits

Fired = tuple[int, tuple[int, ...]]
_SENTINEL = CompiledRule("", (CompiledPattern("", ()),))


@lru_cache(maxsize=1)
def load() -> tuple[Any, Any]:
    """The modules `durable.engine` and `durable_rules_engine`. Whatever an import can raise where one cannot be loaded."""
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
    """Whether the extension can be imported here, and has what is asked of it."""
    try:
        engine, extension = load()
        return all(hasattr(engine, name) for name in ("Ruleset", "MessageNotHandledException")) and hasattr(
            extension, "delete_ruleset"
        )
    except BaseException as failure:
        if _not_its_own(failure):
            raise
        return False


def match(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> frozenset[Match]:
    """Every match of every rule, as the reference matcher defines it.

    Raises MatcherError when the engine raises anything at all, or shows that it cannot be relied on.
    """
    try:
        return _matches(rules, facts)
    except MatcherError:
        raise
    except BaseException as failure:
        if _not_its_own(failure):
            raise
        raise MatcherError(f"durable-rules failed: {type(failure).__name__}: {_words(failure)}") from failure


def _not_its_own(failure: BaseException) -> bool:
    """Whether it comes from the keyboard, or from something of ours that ends the process."""
    return isinstance(failure, KeyboardInterrupt) or type(failure).__module__.split(".")[0] == "inspector"


def _words(failure: BaseException) -> str:
    try:
        said = str(failure)
    except Exception:
        said = ""
    return short(said or type(failure).__name__, 200)


def _matches(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> frozenset[Match]:
    token = Tokens()
    told = [(fact.kind, message(number, fact, token)) for number, fact in enumerate(facts, 1)]
    found: set[Match] = set()
    for shard in shards(rules):
        kinds = {pattern.kind for rule in shard for pattern in rule.patterns}
        fired = _fired(shard, [one for kind, one in told if kind in kinds], token)
        for rule, bound in fired:
            if rule:
                found.add(_held(shard[rule - 1], [_fact(facts, i) for i in bound]))
    return frozenset(found)


def _fact(facts: Sequence[EncodedFact], number: int) -> EncodedFact:
    if not 0 < number <= len(facts):
        raise MatcherError(f"durable-rules answered with a fact {number} that is not there")
    return facts[number - 1]


def _held(rule: CompiledRule, bound: Sequence[EncodedFact]) -> Match:
    """The match, where each fact does fit its pattern. What the engine left out cannot be seen in its answer; this can."""
    ids = tuple(fact.id for fact in bound)
    pairs = zip(rule.patterns, bound, strict=True)
    if len(set(ids)) != len(ids) or not all(fits(part, fact, bound[:n]) for n, (part, fact) in enumerate(pairs)):
        raise MatcherError(f"durable-rules answered for {rule.name} what does not hold")
    return rule.name, ids


def _fired(shard: tuple[CompiledRule, ...], told: Sequence[Mapping[str, Any]], token: Tokens) -> list[Fired]:
    """What fired, by the position of the rule and the numbers of the facts; the sentinel's are 0."""
    engine, extension = load()
    fired: list[Fired] = []
    numbered = enumerate((_SENTINEL, *shard))
    rules = {f"r{i}": definition(rule, token, _recorder(fired, i, len(rule.patterns))) for i, rule in numbered}
    try:
        ruleset = engine.Ruleset("rules", None, rules)
    except Exception as error:
        raise MatcherError(f"durable-rules refused the rules: {_words(error)}") from error
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
        raise MatcherError(f"durable-rules failed: {_words(error)}") from error
    if len(answers) != 1 or answers[0][0] is not None or "exception" in (answers[0][1] or {}):
        raise MatcherError(f"durable-rules failed: {short(str(answers), 200)}")


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
