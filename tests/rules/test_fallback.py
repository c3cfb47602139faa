"""Where durable-rules cannot be imported or cannot be relied on, the reference matcher answers and that is said."""

from typing import Any

import pytest

from inspector.model.problems import CannotComplete
from inspector.rules import durable_matcher
from inspector.rules.engine import run
from inspector.rules.intermediate import MatcherError
from tests.rules.generated import framework
from tests.rules.small import VOCABULARY, pace, pattern, rule

RULES = framework([rule("steady", pattern("a", "signal/pace", "count >= 2"))])
FACTS = (pace("one", count=1), pace("two", count=2))


@pytest.fixture
def _missing(monkeypatch: pytest.MonkeyPatch) -> Any:
    def refuse(name: str) -> Any:
        raise ImportError(name)

    durable_matcher.load.cache_clear()
    monkeypatch.setattr(durable_matcher, "import_module", refuse)
    yield
    durable_matcher.load.cache_clear()


@pytest.mark.usefixtures("_missing")
def test_without_the_extension() -> None:
    assert not durable_matcher.available()
    given = run(RULES, FACTS, VOCABULARY)
    assert given.used == "reference"
    assert "durable-rules cannot be imported" in given.note
    assert given.trace == (("steady", ("two",)),)


@pytest.mark.usefixtures("_missing")
def test_without_the_extension_it_cannot_be_insisted_on() -> None:
    with pytest.raises(CannotComplete, match="durable-rules cannot be imported"):
        run(RULES, FACTS, VOCABULARY, "durable")


@pytest.mark.usefixtures("_missing")
def test_without_the_extension_the_reference_matcher_is_nobody_s_substitute() -> None:
    given = run(RULES, FACTS, VOCABULARY, "reference")
    assert (given.used, given.note) == ("reference", "")


def test_reference_is_silent() -> None:
    given = run(RULES, FACTS, VOCABULARY, "reference")
    assert (given.used, given.note) == ("reference", "")


def test_a_failing_engine_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise MatcherError("it did not fire")

    monkeypatch.setattr(durable_matcher, "available", lambda: True)
    monkeypatch.setattr(durable_matcher, "match", fail)
    given = run(RULES, FACTS, VOCABULARY)
    assert (given.used, given.trace) == ("reference", (("steady", ("two",)),))
    assert given.note.startswith("it did not fire")


def test_a_rule_too_wide_for_the_engine_is_still_answered() -> None:
    parts = [pattern(f"a{n}", "signal/pace", f"count == {n}") for n in range(17)]
    given = run(framework([rule("wide", *parts)]), [pace(f"f{n}", count=n) for n in range(17)], VOCABULARY)
    assert given.used == "reference"
    assert len(given.firings) == 1


@pytest.mark.skipif(not durable_matcher.available(), reason="durable-rules cannot be imported here")
def test_an_engine_that_fires_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, _ = durable_matcher.load()
    monkeypatch.setattr(engine.Ruleset, "do_actions", lambda _self, _state, complete: complete(None, None))
    given = run(RULES, FACTS, VOCABULARY)
    assert given.used == "reference"
    assert "did not fire the rule that always fires" in given.note
