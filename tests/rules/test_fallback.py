"""Where durable-rules cannot be imported or cannot be relied on, the reference matcher answers and that is said."""

from typing import Any

import pytest

from inspector.model import limits
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


class Odd(BaseException):
    """What no library should raise."""


KINDS = (
    Exception("x"), RuntimeError("\x1b[31m\n::error::x"), SystemError("returned NULL"), OSError(2, "x"), AttributeError("x"),
    MemoryError(), RecursionError(), StopIteration(), KeyError("m0"), UnicodeDecodeError("utf-8", b"", 0, 1, "x"), SystemExit(3),
    GeneratorExit(), Odd("x"),
)  # fmt: skip


@pytest.mark.parametrize("raised", KINDS, ids=lambda raised: type(raised).__name__)
def test_whatever_the_engine_raises_the_reference_matcher_answers(
    raised: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise raised

    monkeypatch.setattr(durable_matcher, "available", lambda: True)
    monkeypatch.setattr(durable_matcher, "_fired", fail)
    given = run(RULES, FACTS, VOCABULARY)
    assert (given.used, given.trace) == ("reference", (("steady", ("two",)),))
    assert given.note.startswith(f"durable-rules failed: {type(raised).__name__}")
    assert given.note.isprintable()
    with pytest.raises(CannotComplete, match="durable-rules failed"):
        run(RULES, FACTS, VOCABULARY, "durable")


@pytest.mark.parametrize("raised", KINDS, ids=lambda raised: type(raised).__name__)
def test_whatever_its_import_raises_the_reference_matcher_answers(
    raised: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise raised

    monkeypatch.setattr(durable_matcher, "load", fail)
    given = run(RULES, FACTS, VOCABULARY)
    assert (given.used, given.trace) == ("reference", (("steady", ("two",)),))
    assert "durable-rules cannot be imported" in given.note


def test_an_engine_that_lacks_a_part_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_matcher, "load", lambda: (object(), object()))
    assert not durable_matcher.available()


def test_the_keyboard_is_no_failure_of_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(durable_matcher, "available", lambda: True)
    monkeypatch.setattr(durable_matcher, "_fired", stop)
    with pytest.raises(KeyboardInterrupt):
        run(RULES, FACTS, VOCABULARY)


@pytest.mark.parametrize("bound", [(1,), (0,), (3,), (-1,), (2, 2), ()])
def test_an_answer_that_does_not_hold_is_not_believed(bound: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_matcher, "available", lambda: True)
    monkeypatch.setattr(durable_matcher, "_fired", lambda *_: [(0, (0,)), (1, bound)])
    given = run(RULES, FACTS, VOCABULARY)
    assert (given.used, given.trace) == ("reference", (("steady", ("two",)),))


@pytest.mark.parametrize("matcher", ["auto", "reference"])
def test_a_rule_that_multiplies_without_end_is_refused(matcher: Any) -> None:
    parts = [pattern(f"a{n}", "signal/pace", "count >= 1") for n in range(8)]
    many = [pace(f"f{n}", count=n) for n in range(50)]
    with pytest.raises(CannotComplete, match="more than 100,000 ways"):
        run(framework([rule("wide", *parts)]), many, VOCABULARY, matcher)


def test_the_ways_a_rule_may_be_matched_in() -> None:
    parts = [pattern(f"a{n}", "signal/pace", "count >= 1") for n in range(2)]
    try:
        limits.use(["rule-matches=9"])
        assert (
            len(run(framework([rule("wide", *parts)]), [pace(f"f{n}", count=n) for n in range(4)], VOCABULARY).firings)
            == 6
        )
        with pytest.raises(CannotComplete, match="more than 9 ways"):
            run(framework([rule("wide", *parts)]), [pace(f"f{n}", count=n) for n in range(5)], VOCABULARY)
    finally:
        limits.use([])
