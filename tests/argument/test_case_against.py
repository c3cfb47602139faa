"""The case against a verdict: what contradicts it, what it hangs on, what may be innocent, what is missing; and no more."""

from collections.abc import Iterable
from typing import Any

import pytest

from inspector.argument.case_against import case_against
from inspector.model.argument import Objection
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection, Unjudged
from tests.argument.by_hand import fact, finding, inspection, theme, trace, trusted

THEMES = (theme("stream", weight=1.0), theme("effect", weight=3.0), theme("candour", weight=2.0))


def told(found: Inspection, kind: str) -> list[Objection]:
    return [one for one in case_against(found) if one.kind == kind]


def says(found: Inspection, kind: str) -> list[str]:
    return [one.says for one in told(found, kind)]


def about(found: Inspection, kind: str) -> list[tuple[str, ...]]:
    return [one.about for one in told(found, kind)]


def asking(count: int) -> Inspection:
    """So many probes ask, each of something of its own."""
    return inspection(traces=[trace("voice", f"probe-{n}", innocent=(f"Reason {n}.",)) for n in range(count)])


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, 1), (4, 4), (5, 5), (9, 5)])
def test_four_of_a_sort_are_told_and_the_others_counted(count: int, shown: int) -> None:
    objections = told(asking(count), "innocent")
    assert len(objections) == shown
    if count > 4:
        more = objections[-1]
        questions = "question" if count == 5 else "questions"
        assert more.says == f"And {count - 4} more {questions} that may have innocent answers."
        assert more.about == tuple(f"probe/probe-{n}/voice" for n in range(4, count))
        assert objections[3].about == ("probe/probe-3/voice",)


SOME = (
    finding("better", direction="better"),
    finding("worse", direction="worse"),
    finding("limit", direction="neither", limit="doing"),
    finding("neither", direction="neither"),
    finding("withdrawn-worse", direction="worse", withdrawn=True),
    finding("withdrawn-better", direction="better", withdrawn=True),
)


@pytest.mark.parametrize(
    ("verdict", "against", "points"),
    [
        ("improving", ["limit", "worse"], "It speaks against improvement"),
        ("emerging", ["limit", "worse"], "It speaks against improvement"),
        ("static", ["better", "worse"], "It speaks for improvement"),
        ("slipping", ["better"], "It speaks for improvement"),
        ("deteriorating", ["better"], "It speaks for improvement"),
        ("not-evidenced", ["better", "worse"], "It speaks for improvement"),
        ("not-trusted", ["better", "worse"], "It speaks for improvement"),
    ],
)
def test_what_points_the_other_way(verdict: str, against: list[str], points: str) -> None:
    found = inspection(SOME, verdict=verdict)
    assert about(found, "contradicts") == [(name,) for name in against]
    told = dict(zip(against, says(found, "contradicts"), strict=True))
    limits = told.pop("limit", "With it 'Stream' can stand no higher than doing.")
    assert "With it 'Stream' can stand no higher than doing." in limits
    worse = told.pop("worse", "It speaks against improvement")
    assert "It speaks against improvement" in worse
    assert all(points in text for text in told.values())


def test_the_others_are_counted_as_they_are_listed() -> None:
    """Four rules are told with all that they found; of the fifth there are two findings, and both are counted and named."""
    some = [finding(f"{rule}/{n}", direction="worse") for rule in "abcde" for n in range(2)]
    more = told(inspection(some), "contradicts")[-1]
    assert (more.says, more.about) == ("And 2 more findings that point the other way.", ("e/0", "e/1"))


def test_limits_come_first_and_then_what_weighs_more() -> None:
    some = [
        finding("light", theme="stream", direction="worse"),
        finding("middling", theme="candour", direction="worse"),
        finding("heavy", theme="effect", direction="worse"),
        finding("light-limit", theme="stream", limit="doing"),
    ]
    assert about(inspection(some, themes=THEMES), "contradicts") == [
        ("light-limit",), ("heavy",), ("middling",), ("light",)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "others"), [(1, ""), (2, " The same is said of 1 other."), (3, " The same is said of 2 others.")]
)
def test_a_rule_is_named_once_with_all_that_it_found(count: int, others: str) -> None:
    some = [finding(f"rule/{n}", direction="worse", says=f"So {n}.") for n in range(count)]
    found = inspection([finding("other", direction="worse"), *some])
    assert about(found, "contradicts") == [("other",), tuple(f"rule/{n}" for n in range(count))]
    standing = "It speaks against improvement, under 'Stream'. The verdict stands in spite of it."
    assert says(found, "contradicts")[1] == f"So 0. {standing}{others}"


def resting(*facts: Fact, **more: Any) -> Inspection:
    """A verdict that rests on these facts."""
    return inspection(facts=facts, because=[one.id for one in facts], **more)


def test_evidence_that_bears_least_is_named_first() -> None:
    trust = [
        trusted("d", "plain"), trusted("c", "exposed", "nobody checks it"), trusted("b", "exposed", "one asks.", "two"),
        trusted("e", "compromised", "two probes ask"), trusted("elsewhere", "compromised", "not behind it"),
    ]  # fmt: skip
    found = resting(fact("signal/s/1", "c", "d", "unknown"), fact("signal/s/2", "e", "b", "c"), trust=trust)
    assert about(found, "weakest-evidence") == [("e",), ("b",), ("c",), ("b", "c", "d", "e")]
    told = says(found, "weakest-evidence")
    assert told[1] == "The verdict rests in part on b. It bears less than it shows: one asks.; two."
    assert told[3].startswith("None of the 4 pieces of evidence it rests on was worked out again from case records.")
    (alone,) = says(resting(fact("signal/s/1", "d"), trust=[trusted("d", "plain")]), "weakest-evidence")
    assert alone.startswith("The one piece of evidence it rests on was not worked out again from case records.")


@pytest.mark.parametrize(
    ("trust", "unchecked"),
    [
        (["plain", "plain"], [("a", "b")]),
        (["plain", "corroborated"], []),
        (["corroborated", "corroborated"], []),
        (["plain", "compromised"], [("a", "b")]),
        (["compromised", "compromised"], [("a", "b")]),
    ],
)
def test_what_nobody_worked_out_again_is_said_where_nothing_was(trust: list[str], unchecked: list[Any]) -> None:
    names = ("a", "b")
    found = resting(fact("signal/s/1", *names), trust=[trusted(*one) for one in zip(names, trust, strict=True)])
    plain = [one.about for one in told(found, "weakest-evidence") if "worked out again" in one.says]
    assert plain == unchecked


def calls(*probabilities: Any) -> Inspection:
    made = [
        fact(f"signal/trajectory/{n}", title=f"T{n}", call="no-change", probability=p)
        for n, p in enumerate(probabilities)
    ]
    return resting(*made, fact("signal/other/x", title="Other", probability=0.1))


@pytest.mark.parametrize(
    ("found", "least", "count"),
    [
        (calls(0.95), None, 0),
        (calls(0.9499, 0.99), "0", 1),
        (calls(0.94, 0.5, 0.9, 0.96, 0.5), "1", 4),
        (calls("high"), None, 0),
        (calls(), None, 0),
        (resting(fact("signal/trajectory/0", title="T0", call="no-change")), None, 0),
    ],
    ids=["just sure", "a little less", "the least of four", "no number", "no call", "a call without a probability"],
)
def test_the_least_sure_call_behind_it_is_named(found: Inspection, least: str | None, count: int) -> None:
    some = [one for one in told(found, "weakest-evidence") if "least sure" in one.says]
    assert [one.about for one in some] == ([] if least is None else [(f"signal/trajectory/{least}",)])
    assert all(f"The least sure call behind it is that of T{least}" in one.says for one in some)
    assert all(
        f"Of the calls behind the verdict {count} {'has' if count == 1 else 'have'} a probability below 0.95."
        in one.says
        for one in some
    )


def test_a_probability_is_told_to_two_decimals() -> None:
    (one,) = says(calls(0.625), "weakest-evidence")
    assert "the probability of it is 0.62" in one


def test_each_probe_that_asks_is_named_once_with_the_first_of_its_innocent_explanations() -> None:
    found = inspection(
        traces=[
            trace("voice", "late", innocent=("Leave.", "A new system")),
            trace("leadership", "early", innocent=("A new form",)),
            trace("partnership", "late", "strong-question", innocent=("Another.",)),
            trace("durations", "late", "clear", innocent=("Not asked.",)),
            trace("durations", "silent"),
        ]
    )
    assert about(found, "innocent") == [("probe/late/voice", "probe/late/partnership"), ("probe/early/leadership",)]
    told = says(found, "innocent")
    assert told[0].startswith("What late asks about (voice, partnership) may be explained: Leave. If so,")
    assert "may be explained: A new form. If so," in told[1]


SILENT = theme("effect", "silent", says="Nothing speaks.", wanted=("a log", "a list"))
UNJUDGED = [Unjudged(what=f"signal {n}", why="There is no log.", wanted="a log") for n in range(4)]
MORE_ROWS = Unjudged(what="probe", why="Too little.", wanted="more rows of kind voice")


def missing(themes: Iterable[Any], unjudged: Iterable[Unjudged] = UNJUDGED) -> list[tuple[str, ...]]:
    return about(inspection(themes=themes, unjudged=unjudged), "not-submitted")


def test_silent_themes_are_named_with_what_would_let_them_speak() -> None:
    assert missing([theme("stream"), SILENT]) == [("standing/effect",)]
    assert says(inspection(themes=[SILENT]), "not-submitted") == [
        "'Effect': Nothing speaks. What could speak on it, either way: a log; a list."
    ]
    assert missing([SILENT, theme("candour", "silent")]) == [("standing/effect",)]
    assert missing([theme("stream", wanted=("a log",))], ()) == []


def test_where_none_is_silent_two_things_that_were_not_submitted_are_named() -> None:
    assert missing([theme("stream")]) == [("signal 0",), ("signal 1",)]
    assert missing([theme("candour", "silent")]) == [("signal 0",), ("signal 1",)]
    none = Unjudged(what="signal 9", why="It is unclear.", wanted="")
    assert missing([theme("stream")], [MORE_ROWS, none, *UNJUDGED[:1]]) == [("signal 0",)]
    (told,) = says(inspection(unjudged=UNJUDGED[:1]), "not-submitted")
    assert told == "signal 0: There is no log. It would take a log."


def test_the_sorts_come_in_their_order() -> None:
    found = inspection(
        [finding("worse", ["signal/trajectory/x"], direction="worse"), finding("better", ["signal/trajectory/x"])],
        [fact("signal/trajectory/x", "indicator/x", indicator="x", title="X", call="sudden-gain", measure="outcome")],
        [trace("voice", innocent=("Leave.",))],
        [SILENT, theme("stream")],
        because=["finding/better"],
        trust=[trusted("indicator/x", "plain")],
    )
    kinds = ["contradicts", "weakest-evidence", "worthless-gain", "innocent", "not-submitted"]
    assert [one.kind for one in case_against(found)] == kinds
