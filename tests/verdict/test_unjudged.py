"""What could not be judged is named once, with the reason and what would let it be judged; what could be is not."""

from datetime import date
from typing import Any

from inspector.model.evidence import Evidence, Resource
from inspector.model.facts import About, Fact
from inspector.model.inspection import Unjudged
from inspector.model.traces import OUTCOMES, Trace
from inspector.verdict.unjudged import unjudged
from tests.verdict.by_hand import theme


def about(id: str, title: str, *needs: Any) -> About:
    return About(id=id, title=title, fields=(), needs=needs)


def found(
    *kinds: Any, themes: Any = (), facts: Any = (), traces: Any = (), signals: Any = (), probes: Any = ()
) -> list[Unjudged]:
    evidence = Evidence(
        authority="A", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), digest="0" * 64,
        resources=tuple(
            Resource(name=kind, path=kind, kind=kind, sha256="0" * 64, bytes=1, rows=1) for kind in kinds
        ),
    )  # fmt: skip
    named = ({one.id: one for one in some} for some in (signals, probes))
    return list(unjudged(evidence, themes, facts, traces, *named))


def test_where_everything_could_be_judged_nothing_is_named() -> None:
    assert found("voice", signals=[about("s", "S", "voice"), about("any", "Any")]) == []


def test_silent_themes_say_what_would_let_them_speak() -> None:
    themes = [
        theme("stream", "silent", "silent", "lasting", says="Nothing speaks.", wanted=("a log", "a list")),
        theme("effect", "stated", "silent", "lasting", wanted=("a list",)),
    ]
    assert found(themes=themes) == [Unjudged(what="theme Stream", why="Nothing speaks.", wanted="a log; a list")]


def test_signals_in_the_order_of_their_ids_say_which_of_their_evidence_is_missing() -> None:
    signals = [
        about("z", "Last", "voice"),
        about("a", "First", "leadership", "voice", "durations"),
        about("m", "There", "leadership"),
    ]
    assert found("leadership", signals=signals) == [
        Unjudged(
            what="First", why="The bundle has no voice and no durations.", wanted="a resource of kind voice, durations"
        ),
        Unjudged(what="Last", why="The bundle has no voice.", wanted="a resource of kind voice"),
    ]


def test_series_too_short_and_effects_that_cannot_be_told_are_named() -> None:
    def told(id: str, kind: str, says: str = "", **fields: Any) -> Fact:
        return Fact(id=id, kind=kind, fields=fields, says=says)

    facts = [
        told("signal/trajectory/x", "signal/trajectory", "Too few.", call="too-few-points", indicator="x"),
        told("signal/trajectory/y", "signal/trajectory", call="no-change", indicator="y"),
        told("e1", "signal/claimed-effect", "Who knows.", outcome="cannot-tell", indicator="x"),
        told("e2", "signal/claimed-effect", outcome="followed", indicator="x"),
        told("e3", "signal/other", outcome="cannot-tell", indicator="x"),
        told("bare", "signal/own", "Short.", call="too-few-points"),
    ]
    assert found(facts=facts) == [
        Unjudged(what="indicator x", why="Too few.", wanted="more periods of the same measure"),
        Unjudged(what="effect of the tests on indicator x", why="Who knows.", wanted="more periods after the tests"),
        Unjudged(what="indicator bare", why="Short.", wanted="more periods of the same measure"),
    ]


def test_probes_that_had_too_little_say_what_there_should_be_more_of() -> None:
    traces = [
        Trace(probe="p", subject=f"s-{outcome}", outcome=outcome, says="Too little.", n=1) for outcome in OUTCOMES
    ]
    unknown = Trace(probe="q", subject="s", outcome="insufficient-data", says="Too little.", n=1)
    probes = [about("p", "P", "durations", "voice")]
    assert found(traces=[*traces, unknown], probes=probes) == [
        Unjudged(what="p on s-insufficient-data", why="Too little.", wanted="more rows of kind durations and voice"),
        Unjudged(what="q on s", why="Too little.", wanted="more rows of the same kind"),
    ]
