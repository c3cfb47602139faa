"""Evidence as if some of it had never been submitted: what goes with it, what is measured again, what stays as it was."""

from collections.abc import Collection
from typing import Any

import pytest

from inspector.argument.without_evidence import about, left_without, of_facts, of_traces, touched, without
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from tests.argument.by_hand import (
    entry,
    evidence,
    fact,
    figure,
    indicator,
    recommendation,
    resource,
    review,
    trace,
    trusted,
)

WHOLE = evidence(
    resources=tuple(resource(kind) for kind in ("improvement-log", "recommendations", "case-reviews", "indicators")),
    log=(entry("t"),),
    recommendations=(recommendation("r"),),
    case_reviews=(review("c"),),
    indicators=(indicator("x"), indicator("y")),
    figures=(figure("x"), figure("y"), figure("x")),
)


def tables(left: Evidence) -> dict[str, int]:
    names = ("resources", "log", "recommendations", "case_reviews", "indicators", "figures")
    return {name: len(getattr(left, name)) for name in names}


@pytest.mark.parametrize(
    ("names", "change"),
    [
        ((), {}),
        (("improvement-log",), {"resources": 3, "log": 0}),
        (("recommendations", "case-reviews"), {"resources": 2, "recommendations": 0, "case_reviews": 0}),
        (("indicator/x",), {"indicators": 1, "figures": 1}),
        (("indicator/x", "indicator/y", "improvement-log"), {"resources": 3, "log": 0, "indicators": 0, "figures": 0}),
        (("indicator/z",), {}),
        (("unheard-of",), {}),
    ],
)
def test_its_tables_are_empty_and_its_files_are_gone(names: tuple[str, ...], change: dict[str, int]) -> None:
    assert tables(without(WHOLE, names)) == tables(WHOLE) | change


def test_what_is_left_is_that_which_was_not_named() -> None:
    left = without(WHOLE, {"indicator/x", "improvement-log"})
    assert [one.indicator for one in left.figures] == ["y"]
    assert [one.indicator for one in left.indicators] == ["y"]
    assert [one.kind for one in left.resources] == ["recommendations", "case-reviews", "indicators"]


LOG, X = "improvement-log", "indicator/x"
QUESTION = Fact(id="probe/late/improvement-log/part", kind="probe/late", fields={"subject": "improvement-log/part"})


@pytest.mark.parametrize(
    ("one", "names", "is_touched", "goes"),
    [
        (fact("signal/s/a", LOG), (LOG,), True, True),
        (fact("signal/s/a", LOG, X), (LOG,), True, False),
        (fact("signal/s/a", LOG, X), (LOG, X), True, True),
        (fact("signal/s/a", LOG, "indicator/y"), (X,), False, False),
        (fact("signal/s/a", LOG, X, indicator="x"), (LOG,), True, True),
        (fact("signal/s/a"), (LOG,), False, True),
        (QUESTION, (LOG,), True, True),
        (QUESTION, (X, LOG), True, True),
        (QUESTION, (X,), False, True),
        (QUESTION, ("improvement",), False, True),
        (Fact(id="probe/late/x", kind="probe/late", fields={"subject": X}), (X,), True, True),
        (Fact(id="signal/s/x", kind="signal/s", fields={"subject": X}), (X,), False, True),
        (Fact(id="probe/late/none", kind="probe/late", fields={}), (X,), False, True),
    ],
    ids=[
        "it rests on it alone", "it rests on more", "all that it rests on", "it rests on something else",
        "it is about one indicator", "it rests on nothing", "a question about a part", "one of two pieces",
        "a question about something else", "a name that begins alike", "a question about it",
        "a signal's subject is no matter", "a question about nothing",
    ],
)  # fmt: skip
def test_what_a_piece_touches_and_what_goes_with_it(
    one: Fact, names: tuple[str, ...], is_touched: bool, goes: bool
) -> None:
    assert touched(one, names) is is_touched
    assert about(one, names) is goes


def test_what_is_looked_up_is_what_is_touched() -> None:
    facts = [
        *(fact(f"signal/s/{n}", *names) for n, names in enumerate(([X], [LOG, X], [LOG], []))),
        Fact(id="probe/late/a", kind="probe/late", fields={"subject": f"{LOG}/part"}),
        Fact(id="probe/late/b", kind="probe/late", fields={"subject": f"{LOG}s"}),
    ]
    for names in ((X,), (LOG,), (X, LOG), (f"{LOG}/part",), ("nothing",), ()):
        assert of_facts(facts).by(names) == [one for one in facts if touched(one, names)]
        assert of_facts(facts).spared(names) == tuple(one for one in facts if not touched(one, names))


class Measured:
    """Measures as it is told to, and notes what it was asked for."""

    def __init__(self, *facts: Fact) -> None:
        self.facts = facts
        self.asked: list[tuple[Evidence, list[str]]] = []

    def __call__(self, left: Evidence, kinds: Collection[str]) -> tuple[Fact, ...]:
        self.asked.append((left, list(kinds)))
        return self.facts


def left(observed: list[Fact], names: tuple[str, ...], kinds: tuple[str, ...], measure: Measured, **more: Any) -> Any:
    traces = of_traces(more.get("traces", ()))
    return left_without(WHOLE, of_facts(observed), traces, more.get("trust", ()), names, measure, kinds)


OBSERVED = [
    fact("signal/a/teams", LOG, X, n=3),
    fact("signal/a/staff", LOG, X, n=4),
    fact("signal/a/other", X, n=5),
    fact("signal/b/log", LOG, n=6),
    fact("signal/c/both", LOG, X, n=7),
]


def test_what_rests_on_more_is_measured_again_on_what_is_left() -> None:
    now = Measured(fact("signal/a/teams", X, n=2), fact("signal/a/new", X, n=1), fact("signal/a/other", X, n=5))
    rest = left(OBSERVED, (LOG,), ("signal/a", "signal/b"), now)
    assert now.asked == [(without(WHOLE, (LOG,)), ["signal/a"])]
    assert rest.gone.removed == {"signal/a/staff", "signal/b/log", "signal/c/both"}
    assert rest.gone.placed == {"signal/a/teams": fact("signal/a/teams", X, n=2)}


def test_what_says_the_same_again_stays() -> None:
    rest = left(OBSERVED, (LOG,), ("signal/a",), Measured(OBSERVED[0]))
    assert rest.gone.removed == {"signal/a/staff", "signal/b/log", "signal/c/both"}
    assert rest.gone.placed == {}


def test_where_nothing_is_left_to_measure_nothing_is() -> None:
    for names, kinds in (((LOG, X), ("signal/a",)), ((LOG,), ("signal/b",)), (("voice",), ("signal/a",))):
        measure = Measured(fact("signal/a/teams", X))
        rest = left(OBSERVED, names, kinds, measure)
        assert measure.asked == []
        assert rest.gone.placed == {}
        assert rest.gone.removed == {one.id for one in OBSERVED if touched(one, names)}


def test_traces_and_trust_of_it_are_gone() -> None:
    traces = [trace(LOG), trace("improvement-log/part"), trace("improvement-logs"), trace(X)]
    trust = [trusted(LOG, "exposed"), trusted(X, "plain")]
    rest = left([], (LOG,), (), Measured(), traces=traces, trust=trust)
    assert [one.subject for one in rest.traces] == ["improvement-logs", X]
    assert [one.evidence for one in rest.trust] == [X]
