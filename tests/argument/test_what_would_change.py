"""What would change a verdict: single pieces, else pairs, tried as far as there are few enough, and told as far as they fit."""

from collections.abc import Iterable
from typing import Any

import pytest

from inspector.argument.what_would_change import Case, what_would_change
from inspector.model.argument import Change, Step
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact, Field
from inspector.model.inspection import TrustIn
from inspector.model.rules import Rule, VerdictRow
from inspector.model.traces import Trace
from inspector.rules.engine import run
from inspector.rules.vocabulary import extend
from inspector.verdict.trust import by
from tests.argument.by_hand import evidence, inspection, trace, trusted
from tests.rules import generated
from tests.rules.small import WHERE, count, pattern, rule

FIELDS = tuple(Field(name=name, type="integer", says="") for name in ("n", "m"))
KNOWN = {
    "signal/s": FIELDS,
    "signal/other": FIELDS,
    "probe/p": (Field(name="subject", type="string", says=""), Field(name="outcome", type="string", says="")),
}


def row(name: str, verdict: Any, *when: Any) -> VerdictRow:
    return VerdictRow(id=name, verdict=verdict, when=when, says="", where=WHERE)


def piece(name: str, kind: str = "signal/s", n: int = 0, also: Iterable[str] = ()) -> Fact:
    return Fact(id=f"{kind}/{name}", kind=kind, fields={"n": n}, rests_on=(name, *also))


def pieces(*names: str, **more: Any) -> list[Fact]:
    return [piece(name, **more) for name in names]


def changes(
    facts: Iterable[Fact],
    table: Iterable[VerdictRow],
    rules: Iterable[Rule] = (),
    now: str = "improving",
    because: Iterable[str] = (),
    traces: Iterable[Trace] = (),
    trust: Iterable[TrustIn] = (),
    measure: Any = lambda _evidence, _kinds: (),
) -> Change:
    book = generated.framework(tuple(rules), tuple(table))
    observed, trust_of = tuple(facts), by(list(trust))
    firings = run(book, observed, KNOWN, "reference", trust_of)
    case = Case(
        framework=book, vocabulary=extend(book, KNOWN), evidence=evidence(), observed=observed, firings=firings.firings,
        traces=tuple(traces), trust=tuple(trust), measure=measure, trust_of=trust_of,
    )  # fmt: skip
    found = inspection(facts=observed, because=because, verdict=now, traces=traces, trust=trust)
    return what_would_change(found, case, (STEP,))


STEP = Step(theme="stream", now="doing", then="showing", rule="r", says="Try one.")


def at_least(number: int) -> tuple[VerdictRow, VerdictRow]:
    """`improving` with so many facts of the signal, else `static`."""
    enough = row("enough", "improving", count("t", pattern("t", "signal/s"), f">= {number}"))
    return enough, row("few", "static")


def removed(change: Change) -> list[tuple[str, ...]]:
    return [flip.removed for flip in change.flips]


NAMES = [f"kind-{letter}" for letter in "abcdefghijklm"]


def test_a_single_piece_is_told_with_what_the_verdict_would_be() -> None:
    change = changes(pieces("kind-a", "indicator/x"), at_least(2))
    assert [(flip.removed, flip.verdict, flip.row) for flip in change.flips] == [
        (("indicator/x",), "static", "few"),
        (("kind-a",), "static", "few"),
    ]
    assert [flip.says for flip in change.flips] == [
        "Without x the verdict would be static.",
        "Without kind-a the verdict would be static.",
    ]
    assert (change.settled, change.steps) == ("", (STEP,))


@pytest.mark.parametrize(
    ("number", "settled"),
    [
        (8, ""),
        (9, "The same is so of 1 more piece or pair."),
        (11, "The same is so of 3 more pieces or pairs."),
    ],
)
def test_eight_are_told_and_the_others_counted(number: int, settled: str) -> None:
    change = changes(pieces(*NAMES[:number]), at_least(number))
    assert (removed(change), change.settled) == ([(name,) for name in NAMES[:8]], settled)


def test_pairs_are_tried_where_no_single_piece_will_do() -> None:
    change = changes(pieces(*NAMES[:3]), at_least(2))
    assert removed(change) == [("kind-a", "kind-b"), ("kind-a", "kind-c"), ("kind-b", "kind-c")]
    assert change.flips[0].says == "Without kind-a and kind-b the verdict would be static."
    assert change.settled == ""
    alone = changes([*pieces(*NAMES[:2]), piece("kind-c", also=("kind-a",))], at_least(2))
    assert removed(alone) == [("kind-a",)]


def test_where_neither_one_nor_two_would_it_says_so() -> None:
    change = changes(pieces(*NAMES[:4]), at_least(1))
    assert change.flips == ()
    assert change.settled == (
        "No one or two pieces of the evidence carry this verdict: without them it would be the same."
    )


def alike(number: int) -> list[Fact]:
    """Two measures each of so many sorts, which rules tell apart by the value of `n`."""
    return [piece(f"indicator/{n}-{which}", n=n) for n in range(1, number + 1) for which in "ab"]


TRIED = "the first 66 pairs, counting those that are alike as one"
TELL_APART = tuple(row(f"t{n}", "improving", pattern("a", "signal/s", f"n == {n}")) for n in range(1, 12))


@pytest.mark.parametrize(("kinds", "sorts", "every"), [(0, 11, True), (1, 11, False), (12, 0, True), (13, 0, False)])
def test_66_pairs_are_tried_counting_those_that_are_alike_as_one(kinds: int, sorts: int, every: bool) -> None:
    """Of 11 sorts there are 55 pairs, and one more of each sort that there are two of, which makes 66; 12 sorts have 66."""
    facts = [*alike(sorts), *pieces(*NAMES[:kinds])]
    change = changes(facts, [*TELL_APART, *at_least(1)])
    assert change.flips == ()
    tried = (
        "No one or two pieces of the evidence carry this verdict"
        if every
        else f"No one piece of the evidence carries this verdict, nor does any of {TRIED}"
    )
    assert change.settled == f"{tried}: without them it would be the same."


def test_where_pairs_are_found_before_there_are_too_many_it_says_how_many_were_tried() -> None:
    change = changes(pieces(*NAMES), at_least(12))
    told = f"No piece does it alone. Of the pairs {TRIED}, were tried."
    assert len(change.flips) == 8
    assert change.settled == f"The same is so of 58 more pieces or pairs. {told}"
    either = [row(f"either{n}", "improving", pattern("a", "signal/s", f"n == {n}")) for n in (1, 2)]
    facts = [piece("kind-a", n=1), piece("kind-b", n=2), *pieces(*NAMES[2:])]
    few = changes(facts, [*either, row("few", "static")])
    assert (removed(few), few.settled) == ([("kind-a", "kind-b")], told)
    facts = facts[:7]
    assert changes(facts, [*either, row("few", "static")]).settled == ""


def test_what_supports_the_verdict_comes_first() -> None:
    facts = pieces(*NAMES[:3])
    assert removed(changes(facts, at_least(3))) == [("kind-a",), ("kind-b",), ("kind-c",)]
    behind = changes(facts, at_least(3), because=["signal/s/kind-c"])
    assert removed(behind) == [("kind-c",), ("kind-a",), ("kind-b",)]


def test_what_no_rule_can_see_is_not_asked_about() -> None:
    facts = [*pieces("kind-a"), *pieces("kind-b", "indicator/x", kind="signal/other")]
    assert removed(changes(facts, at_least(1))) == [("kind-a",)]


def test_measures_that_are_alike_to_the_rules_get_one_answer_and_those_that_are_not_their_own() -> None:
    some = row("some", "improving", pattern("a", "signal/s", "n == 1"), pattern("b", "signal/s", "n == 2"))
    facts = [piece("indicator/x", n=1), piece("indicator/y", n=2), piece("indicator/z", n=3)]
    assert removed(changes(facts, [some, row("few", "static")])) == [("indicator/x",), ("indicator/y",)]
    twice = [piece("indicator/x", n=1), piece("indicator/y", n=1), piece("indicator/z", n=2)]
    assert removed(changes(twice, [some, row("few", "static")])) == [("indicator/z",)]


def test_a_finding_goes_with_its_evidence_and_the_theme_falls() -> None:
    rules = [
        rule("raises", pattern("a", "signal/s", "n >= 2"), conclude={"standing": "showing"}),
        rule("holds", pattern("a", "signal/other"), conclude={"limit": "doing"}),
        rule("says", pattern("a", "signal/s", "n == 1"), conclude={"standing": "stated"}),
    ]
    table = [
        row("up", "improving", pattern("s", "standing/stream", "standing >= showing")),
        row("some", "emerging", pattern("s", "standing/stream", "standing >= doing")),
        row("few", "static"),
    ]
    facts = [piece("kind-a", n=2), piece("kind-b", n=1), piece("kind-c", "signal/other")]
    change = changes(facts, table, rules, now="emerging")
    assert [(flip.removed, flip.verdict) for flip in change.flips] == [
        (("kind-a",), "static"),
        (("kind-c",), "improving"),
    ]


def test_what_was_said_about_it_goes_too() -> None:
    compromised = row("out", "not-trusted", pattern("b", "basis", "compromised_share >= 0.5"))
    asked = row("asked", "slipping", pattern("b", "basis", "questions >= 2"))
    trust = [trusted("kind-a", "compromised"), trusted("kind-b", "plain"), trusted("kind-c", "plain")]
    facts = pieces(*NAMES[:3])
    seen = row("seen", "improving", pattern("a", "signal/s"))
    assert removed(changes(facts, [compromised, seen], trust=trust)) == [("kind-b",), ("kind-c",)]
    questions = [trace("kind-a"), trace("kind-b")]
    change = changes(facts, [asked, seen], traces=questions, now="slipping")
    assert removed(change) == [("kind-a",), ("kind-b",)]


def test_what_rests_on_more_is_measured_again() -> None:
    def measure(left: Evidence, kinds: Any) -> tuple[Fact, ...]:
        assert kinds == ["signal/s"]
        return (piece("kind-a", n=1),) if left.resources == () else ()

    enough = row("enough", "improving", pattern("a", "signal/s", "n >= 2"))
    both = [piece("kind-a", n=2, also=("kind-b",))]
    assert removed(changes(both, [enough, row("few", "static")], measure=measure)) == [("kind-a",), ("kind-b",)]
    still = row("still", "improving", pattern("a", "signal/s", "n >= 1"))
    assert removed(changes(both, [still, row("few", "static")], measure=measure)) == [("kind-a", "kind-b")]
