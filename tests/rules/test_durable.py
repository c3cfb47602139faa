"""How durable-rules is spoken to: in shards it can hold, loaded as each Python needs it, and believed only where it may be."""

import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from inspector.rules import durable_matcher
from inspector.rules.durable_terms import Tokens, definition, message, shards
from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact, MatcherError

needs_durable = pytest.mark.skipif(not durable_matcher.available(), reason="durable-rules cannot be imported here")


def wide(name: str, patterns: int, checks: int = 0) -> CompiledRule:
    """A rule of so many patterns, the last of them with so many checks."""
    bare, last = CompiledPattern("k", ()), CompiledPattern("k", (Check("x", ">=", 1),) * checks)
    return CompiledRule(name, (*(bare,) * (patterns - 1), last))


@pytest.mark.parametrize(
    ("patterns", "rules", "groups"),
    [
        (1, 59, [59]),
        (1, 60, [59, 1]),
        (1, 118, [59, 59]),
        (1, 119, [59, 59, 1]),
        (10, 6, [5, 1]),
        (14, 8, [4, 4]),
        (15, 4, [3, 1]),
        (1, 0, []),
    ],
)
def test_a_ruleset_holds_59_patterns_and_the_one_that_always_fires(
    patterns: int, rules: int, groups: list[int]
) -> None:
    assert [len(group) for group in shards(wide(f"r{n}", patterns) for n in range(rules))] == groups


@needs_durable
def test_a_fact_that_fits_every_pattern_of_a_full_ruleset_is_no_error() -> None:
    rules = [wide(f"r{n}", 1) for n in range(59)]
    assert len(durable_matcher.match(rules, [EncodedFact("f", "k", {})])) == 59


@pytest.mark.parametrize(
    ("patterns", "checks", "held"), [(15, 0, True), (16, 0, False), (2, 24, True), (2, 25, False), (1, 25, False)]
)
def test_a_rule_has_at_most_15_patterns_of_24_conditions(patterns: int, checks: int, held: bool) -> None:
    if held:
        assert len(list(shards([wide("r", patterns, checks)]))) == 1
    else:
        with pytest.raises(MatcherError, match="the rule r has more patterns or conditions"):
            list(shards([wide("r", patterns, checks)]))


def test_every_rule_is_in_one_ruleset_and_none_is_too_full() -> None:
    rules = [wide(f"r{n}", 1 + n % 3) for n in range(100)]
    groups = list(shards(rules))
    assert sorted(rule for group in groups for rule in group) == sorted(rules)
    assert max(sum(len(rule.patterns) for rule in group) for group in groups) < 60


def test_rules_on_the_same_kinds_stand_together() -> None:
    rules = [CompiledRule(f"{kind}{n}", (CompiledPattern(kind, ()),)) for n in range(40) for kind in ("a", "b", "c")]
    first, second, third = shards(rules)
    assert {rule.name[0] for rule in first} == {"a", "b"}
    assert {rule.name[0] for rule in third} == {"c"}
    assert len(first) + len(second) + len(third) == 120


def test_the_same_thing_has_one_token_and_a_kind_is_no_attribute() -> None:
    token = Tokens()
    assert token("k", "x") == token("k", "x")
    assert len({token("k", "x"), token("a", "x"), token("s", "x"), token("k", "y")}) == 4
    assert (token.value(7), token.value("x")) == (7, token("s", "x"))


def test_what_the_engine_is_told_holds_no_text_of_ours() -> None:
    joined = CompiledPattern("kind one", (Check("field", "<", Earlier(0, "other")), Check("field", "!=", "words")))
    rule = CompiledRule("name", (CompiledPattern("kind one", (Check("third", "==", 3),)), joined))
    token = Tokens()
    told = definition(rule, token, print)
    assert told["run"] is print
    kind, third, other, field, words = (
        token(*one) for one in (("k", "kind one"), ("a", "third"), ("a", "other"), ("a", "field"), ("s", "words"))
    )
    first, second = told["all"]
    assert first == {"m0": {"$and": [{"kind": kind}, {third: 3}, {"$ex": {other: 1}}]}}
    # What compares with constants comes first, a comparison that cannot fail last.
    always = {"one": {"m0": "one"}}
    assert second == {
        "m1": {"$and": [{"kind": kind}, {"$neq": {field: words}}, {"$lt": {field: {"m0": other}}}, always]}
    }
    fact = message(4, EncodedFact("id", "kind one", {"field": "words", "third": 3}), token)
    assert fact == {"id": "f4", "sid": "0", "kind": kind, "one": 1, field: words, third: 3}


LAZY, USUAL = os.RTLD_LAZY, 2


class System:
    """A Python that notes how it was told to load extensions."""

    def __init__(self, *version: int) -> None:
        self.version_info = version
        self.noted: list[int] = []

    def getdlopenflags(self) -> int:
        return USUAL

    def setdlopenflags(self, flags: int) -> None:
        self.noted.append(flags)


def loaded(monkeypatch: pytest.MonkeyPatch, system: Any, imported: Callable[[str], Any]) -> Any:
    monkeypatch.setattr(durable_matcher, "sys", system)
    monkeypatch.setattr(durable_matcher, "import_module", imported)
    return durable_matcher.load.__wrapped__()


@pytest.mark.parametrize(
    ("version", "noted"),
    [((3, 11, 9), [USUAL]), ((3, 12, 99), [USUAL]), ((3, 13), [LAZY, USUAL]), ((3, 14, 1), [LAZY, USUAL])],
)
def test_from_python_3_13_on_a_missing_symbol_stays_unresolved_while_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], noted: list[int]
) -> None:
    system = System(*version)
    assert loaded(monkeypatch, system, str) == ("durable.engine", "durable_rules_engine")
    assert system.noted == noted


def test_the_way_extensions_are_loaded_is_restored_where_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> Any:
        raise ImportError(name)

    system = System(3, 13, 0)
    with pytest.raises(ImportError):
        loaded(monkeypatch, system, fail)
    assert system.noted == [LAZY, USUAL]


def test_where_nobody_can_say_how_extensions_are_loaded_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    system = SimpleNamespace(version_info=(3, 13, 0))
    assert loaded(monkeypatch, system, str) == ("durable.engine", "durable_rules_engine")


class NotHandledError(Exception):
    """As the engine raises it for a fact that no rule asks for."""


class Engine:
    """An engine that answers as it is told to: what it hands the callback, each time it calls it."""

    MessageNotHandledException = NotHandledError

    def __init__(self, *answers: tuple[Any, Any], refuses: str = "", fails: type[Exception] | None = None) -> None:
        self.answers, self.refuses, self.fails = answers, refuses, fails
        self.heard: list[str] = []

    def Ruleset(self, _name: str, _host: Any, rules: dict[str, Any]) -> Any:  # noqa: N802
        if self.refuses:
            raise ValueError(self.refuses)
        self.rules = rules
        return self

    def assert_fact(self, told: dict[str, Any]) -> str:
        self.heard.append(told["id"])
        if self.fails:
            raise self.fails("no")
        return "state"

    def do_actions(self, _state: Any, complete: Callable[[Any, Any], None]) -> None:
        self.rules["r0"]["run"](SimpleNamespace(_m={"m0": {"id": "f0"}}))
        for error, after in self.answers:
            complete(error, after)


FINE = (None, {"some": "state"})


def through(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Any:
    monkeypatch.setattr(durable_matcher, "load", lambda: (engine, None))
    facts = [EncodedFact("a", "k", {}), EncodedFact("b", "other", {})]
    return durable_matcher.match([wide("r", 1)], facts)


@pytest.mark.parametrize("answer", [FINE, (None, None), (None, {})])
def test_an_engine_that_answers_once_and_without_an_error_is_believed(
    monkeypatch: pytest.MonkeyPatch, answer: tuple[Any, Any]
) -> None:
    engine = Engine(answer)
    assert through(monkeypatch, engine) == frozenset()
    # The fact that always fires, then those of the kinds that the rules want.
    assert engine.heard == ["f0", "f1"]


def test_facts_that_no_rule_asks_for_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert through(monkeypatch, Engine(FINE, fails=NotHandledError)) == frozenset()


@pytest.mark.parametrize(
    ("engine", "says"),
    [
        (Engine(), r"failed: \[\]"),
        (Engine(FINE, FINE), "failed"),
        (Engine(("broken", None)), "failed.*broken"),
        (Engine(("broken", {})), "failed.*broken"),
        (Engine((None, {"exception": "caught"})), "failed.*caught"),
        (Engine(FINE, fails=ValueError), "failed: no"),
        (Engine(FINE, refuses="too many"), "refused the rules: too many"),
    ],
    ids=["no answer", "two answers", "an error", "an error beside a state", "an exception", "a failure", "a refusal"],
)
def test_an_engine_that_answers_otherwise_is_not(monkeypatch: pytest.MonkeyPatch, engine: Engine, says: str) -> None:
    with pytest.raises(MatcherError, match=says):
        through(monkeypatch, engine)
