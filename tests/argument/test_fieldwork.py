"""The fieldwork plan asks first what could move the verdict most, and draws the same records again by the same seed."""

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.argument.fieldwork import MOST_OF_A_RULE, fieldwork
from inspector.argument.sampling import AT_RANDOM, AT_RISK
from inspector.model.argument import WHO, Change, Enquiry, Sample
from inspector.model.evidence import Evidence, Rows
from inspector.model.inspection import Inspection, TrustIn
from tests.argument.by_hand import (
    AFTER,
    TOLD,
    WITHIN,
    case_list,
    change,
    entry,
    evidence,
    fact,
    finding,
    inspection,
    recommendation,
    review,
    theme,
    trace,
    trusted,
)  # fmt: skip

TITLES = (theme("stream"), theme("effect"))


def asked(found: Inspection, would_change: Change | None = None) -> dict[str, Enquiry]:
    plan = fieldwork(found, evidence(), would_change or change())
    return {one.because[0]: one for one in plan.enquiries}


def everything(**update: Any) -> Inspection:
    """One finding or question of each sort, in an order that has nothing to do with what they could move."""
    parts: dict[str, Any] = {
        "findings": [
            finding("plain", ["signal/a/0"], theme="effect"),
            finding("resting", ["signal/a/0"]),
            finding("holding", ["signal/a/0"], limit="doing", theme="effect"),
            finding("held", ["signal/a/0"], standing="showing", theme="effect", ask=()),
            finding("set-aside", ["signal/a/4"], withdrawn=True, standing=None, theme="effect"),
            finding("in-a-pair", ["signal/a/2"]),
            finding("alone", ["signal/a/1"]),
        ],
        "facts": [
            fact("signal/a/0", "voice"),
            fact("signal/a/1", "improvement-log"),
            fact("signal/a/2", "indicator/x"),
            fact("signal/a/4", "participation"),
        ],
        "themes": (theme("silent", "silent"), *TITLES),
        "traces": [
            trace("partnership"),
            trace("indicator/x"),
            trace("improvement-log"),
            trace("leadership", outcome="clear"),
        ],
        "because": ("finding/resting", "finding/in-a-pair", "finding/alone"),
        "trust": [TrustIn(evidence="participation", trust="compromised", reasons=())],
    }
    return inspection(**{**parts, **update})


FLIPS = change(("improvement-log",), ("indicator/x", "indicator/y"))


def test_what_could_move_the_verdict_most_comes_first() -> None:
    assert list(asked(everything(), FLIPS)) == [
        "probe/late-entries/improvement-log",
        "alone",
        "probe/late-entries/indicator/x",
        "in-a-pair",
        "holding",
        "set-aside",
        "probe/late-entries/partnership",
        "resting",
        "standing/silent",
        "plain",
    ]


def test_it_says_what_the_answer_could_move() -> None:
    moves = {name: one.moves for name, one in asked(everything(), FLIPS).items()}
    assert moves == {
        "probe/late-entries/improvement-log": (
            "It decides how much improvement-log can bear. Without that the verdict would be another."
        ),
        "alone": "The verdict rests on it, and would be another without improvement-log.",
        "probe/late-entries/indicator/x": "It decides how much indicator/x can bear.",
        "in-a-pair": "The verdict rests on it, and would be another without x and something else.",
        "holding": "It holds 'Effect' at doing.",
        "set-aside": "It would speak on 'Effect' again if the questions about participation were answered.",
        "probe/late-entries/partnership": "It concerns partnership.",
        "resting": "The verdict rests on it, among others.",
        "standing/silent": "It speaks on 'Silent'.",
        "plain": "It speaks on 'Effect'.",
    }


def test_what_the_verdict_rests_on_is_asked_about_before_silence_and_silence_before_all_else() -> None:
    """Whoever is asked: leaders about what it rests on, the front line about silence."""
    found = inspection(
        [finding("rests", whom=("leaders",)), finding("other", whom=("front-line",), theme="effect")],
        themes=(theme("silent", "silent"), *TITLES),
        because=["finding/rests"],
    )
    assert list(asked(found)) == ["rests", "standing/silent", "other"]


def test_what_is_put_for_several_reasons_says_what_moves_most() -> None:
    found = inspection(
        [
            finding("other", ask=("Why?",), theme="effect"),
            finding("holds", ask=("Why?",), limit="doing"),
            finding("held", standing="showing", ask=()),
        ],
        themes=TITLES,
    )
    (one,) = fieldwork(found, evidence(), change()).enquiries
    assert (one.because, one.moves) == (("holds", "other"), "It holds 'Stream' at doing.")


@pytest.mark.parametrize(
    ("other", "moves"),
    [
        ({"withdrawn": True}, "It would speak on 'Stream' again if the questions about x and y were answered."),
        ({"withdrawn": True, "limit": "doing"}, "It would speak on 'Stream' again if the questions about x and y were"),
        ({"standing": None}, ""),
        ({"standing": "doing"}, "It speaks on 'Stream'."),
        ({"limit": "doing", "standing": None}, "With it 'Stream' can stand no higher than doing."),
    ],
)
def test_what_a_finding_could_move_that_the_verdict_does_not_rest_on(other: Any, moves: str) -> None:
    facts = [fact("signal/a/1", "indicator/y", "indicator/x", "voice")]
    trust = [trusted("indicator/x", "compromised"), trusted("indicator/y", "compromised"), trusted("voice", "exposed")]
    found = inspection([finding("f", ["signal/a/1"], **other)], facts, trust=[*trust, trusted("log", "compromised")])
    (one,) = fieldwork(found, evidence(), change()).enquiries
    assert one.moves.startswith(moves)
    assert bool(one.moves) == bool(moves)


def test_where_no_evidence_is_compromised_it_is_the_evidence_behind_it() -> None:
    (one,) = fieldwork(inspection([finding("f", withdrawn=True)]), evidence(), change()).enquiries
    assert one.moves == "It would speak on 'Stream' again if the questions about the evidence behind it were answered."


def test_a_question_about_what_the_verdict_rests_on_decides_how_much_it_can_bear() -> None:
    found = inspection(
        facts=[fact("signal/a/1", "voice")], traces=[trace("voice"), trace("leadership")], because=["signal/a/1"]
    )
    assert [one.moves for one in asked(found).values()] == [
        "It decides how much voice can bear.",
        "It concerns leadership.",
    ]


def test_a_limit_on_what_carries_the_verdict_is_asked_about_first_too() -> None:
    found = everything(
        findings=[finding("holding", ["signal/a/1"], limit="doing"), finding("held", standing="showing", ask=())],
        because=("finding/holding",),
        traces=(),
    )
    first = next(iter(asked(found, FLIPS).values()))
    assert first.moves == (
        "The verdict rests on it, and would be another without improvement-log. It also holds its theme at doing."
    )


@pytest.mark.parametrize(
    ("standing", "limits", "raises", "holds"),
    [
        ("doing", "doing", "showing", True),
        ("doing", "doing", "doing", False),
        ("silent", "doing", None, False),
        ("stated", "doing", "stated", False),
        ("doing", "showing", "lasting", False),
    ],
    ids=["held", "no higher anyhow", "silent", "lower anyhow", "held by something else"],
)
def test_a_limit_is_said_to_hold_a_theme_only_where_it_does(
    standing: str, limits: str, raises: str | None, holds: bool
) -> None:
    some = [finding("limits", limit=limits, standing=None), finding("raises", standing=raises)]
    moves = asked(inspection(some, themes=(theme("stream", standing),)))["limits"].moves
    assert moves == (
        f"It holds 'Stream' at {limits}." if holds else f"With it 'Stream' can stand no higher than {limits}."
    )


def test_a_question_about_one_list_is_one_about_the_case_records() -> None:
    found = inspection(traces=[trace("case-records/list-4"), trace("case-recordsx")])
    moves = {name: one.moves for name, one in asked(found, change(("case-records",))).items()}
    assert "Without that the verdict would be another." in moves["probe/late-entries/case-records/list-4"]
    assert moves["probe/late-entries/case-recordsx"] == "It concerns case-recordsx."


def test_within_a_rank_those_who_do_the_work_come_first_and_leaders_last() -> None:
    found = inspection([finding(who, whom=(who,)) for who in reversed(WHO)])
    assert [one.whom for one in asked(found).values()] == [(who,) for who in WHO]
    mixed = inspection([finding("a", whom=("managers",)), finding("b", whom=("leaders", "families"))])
    assert [one.whom for one in asked(mixed).values()] == [("families", "leaders"), ("managers",)]


def test_the_same_question_is_asked_once_and_names_everything_that_puts_it() -> None:
    same = [finding(f"rule/{n}", ask=("What keeps it there?",)) for n in range(5)]
    traces = [trace(f"indicator/{n}", ask=("Who recorded it?",)) for n in range(5)]
    plan = fieldwork(inspection(same, traces=traces), evidence(), change())
    assert [one.question for one in plan.enquiries] == ["Who recorded it?", "What keeps it there?"]
    assert [len(one.because) for one in plan.enquiries] == [5, 5]


def test_it_is_put_to_everybody_to_whom_any_of_them_would_put_it() -> None:
    same = [finding(who, ask=("Why?",), whom=(who,)) for who in ("leaders", "families")]
    (one,) = fieldwork(inspection(same), evidence(), change()).enquiries
    assert one.whom == ("families", "leaders")


def test_every_question_of_a_rule_is_asked_of_a_few_measures() -> None:
    many = [finding(f"rule/{n}", ask=(f"What of {n}?", f"Who of {n}?", "And why?")) for n in range(4)]
    plan = fieldwork(inspection(many), evidence(), change())
    questions = [one.question for one in plan.enquiries]
    assert questions == ["What of 0?", "Who of 0?", "And why?", "What of 1?", "Who of 1?"]
    assert len(plan.enquiries[2].because) == 4


def test_what_was_asked_before_names_a_further_measure_even_where_no_more_are_asked_about() -> None:
    some = [finding(f"rule/{n}", ask=(question,)) for n, question in enumerate(["Why?", "Who?", "When?", "Why?"])]
    plan = fieldwork(inspection(some), evidence(), change())
    assert [(one.question, one.because) for one in plan.enquiries] == [
        ("Why?", ("rule/0", "rule/3")),
        ("Who?", ("rule/1",)),
    ]


SUBJECTS = st.sampled_from(["improvement-log", "indicator/x", "voice"])
QUESTIONS = st.lists(st.sampled_from(["What?", "Who?", "When?", "Why?"]), max_size=3, unique=True)


@given(
    st.lists(
        st.tuples(SUBJECTS, QUESTIONS, st.booleans(), st.lists(st.sampled_from(WHO), min_size=1, unique=True)),
        max_size=6,
    ),
    st.lists(st.tuples(SUBJECTS, QUESTIONS), max_size=3),
)
def test_no_question_but_those_put_and_each_once(findings: list[Any], traces: list[Any]) -> None:
    facts = [fact(f"signal/a/{n}", one[0]) for n, one in enumerate(findings)]
    found = inspection(
        [
            finding(f"r{n % 2}/{n}", [f"signal/a/{n}"], ask=tuple(ask), whom=tuple(whom), withdrawn=out)
            for n, (_, ask, out, whom) in enumerate(findings)
        ],
        facts,
        [trace(subject, f"probe-{n}", ask=tuple(ask)) for n, (subject, ask) in enumerate(traces)],
        because=[f"finding/r{n % 2}/{n}" for n in range(0, len(findings), 2)],
    )
    plan = fieldwork(found, evidence(), FLIPS)
    put = {q for one in found.findings for q in one.ask}
    probed = {q for one in found.traces for q in one.ask}
    questions = [one.question for one in plan.enquiries]
    assert len(questions) == len(set(questions))
    assert probed <= set(questions) <= put | probed
    rules = {one.rule for one in found.findings if one.ask}
    named = {name for one in plan.enquiries for name in one.because}
    assert {name.partition("/")[0] for name in named if not name.startswith("probe/")} == rules
    assert all(one.whom == tuple(who for who in WHO if who in one.whom) for one in plan.enquiries)
    assert len([q for q in questions if q in put]) <= 3 * MOST_OF_A_RULE * max(1, len(rules))


def drawn(
    given: Evidence, seed: str = "s", found: Inspection | None = None, flips: Change | None = None
) -> dict[Any, Sample]:
    plan = fieldwork(found or inspection(), given, flips or change(), seed)
    return {(one.what.partition(" ")[0], one.how): one for one in plan.samples}


def test_the_seed_is_the_bundles_where_none_is_given() -> None:
    given = evidence(log=tuple(entry(f"t{n}") for n in range(30)))
    assert fieldwork(inspection(), given, change()).seed == "d" * 12
    assert fieldwork(inspection(), given, change()) == fieldwork(inspection(), given, change(), "d" * 12)
    assert fieldwork(inspection(), given, change(), "other").samples != fieldwork(inspection(), given, change()).samples


def test_nothing_is_drawn_from_nothing() -> None:
    assert fieldwork(inspection(), evidence(), change()).samples == ()


def test_the_log_is_sampled_for_what_it_shows_by_how_much_that_could_matter() -> None:
    log = (
        entry("never-studied", 2),
        entry("studied", 3, studied_on=WITHIN, decision="adopt", learned="It works."),
        entry("no-lesson", 4, studied_on=WITHIN, decision="adopt"),
        entry("carries", 5, studied_on=WITHIN, indicator="x"),
        entry("asked-about", 6, studied_on=WITHIN),
        entry("fresh", 7, started_on=date(2025, 11, 1), tested_on=date(2025, 11, 1)),
    )
    found = inspection(traces=[trace("improvement-log", rows=(Rows(resource="log.csv", rows=(6,)),))])
    risky = drawn(evidence(log=log), found=found, flips=change(("indicator/x",)))["entries", "risk"]
    assert risky.ids == ("asked-about", "carries", "no-lesson", "never-studied")
    assert risky.out_of == 6


@pytest.mark.parametrize(("number", "random", "risk"), [(6, 6, 6), (7, 6, 6), (5, 5, 5)])
def test_six_are_drawn_at_random_and_six_for_what_they_show(number: int, random: int, risk: int) -> None:
    log = tuple(entry(f"t{n}", n + 2, studied_on=WITHIN, decision="adopt") for n in range(number))
    samples = drawn(evidence(log=log))
    assert [(len(one.ids), one.out_of) for one in samples.values()] == [(random, number), (risk, number)]
    lists = (case_list("list-1", [f"a{n}" for n in range(number)]),)
    assert len(drawn(evidence(case_lists=lists))["case", "random"].ids) == random


@pytest.mark.parametrize(("days", "waits"), [(183, False), (184, True), (30, False)])
def test_a_test_nobody_looked_at_waits_after_183_days(days: int, waits: bool) -> None:
    """The last day that counts is the one before the announcement."""
    day = TOLD - timedelta(days=1 + days)
    log = (entry("waiting", 2, started_on=day, tested_on=day), entry("seen", 3, studied_on=WITHIN))
    risky = drawn(evidence(log=log)).get(("entries", "risk"))
    assert (risky is not None and risky.ids == ("waiting",)) is waits


@pytest.mark.parametrize(
    ("other", "waits"), [({}, True), ({"decided_on": WITHIN}, False), ({"studied_on": WITHIN}, False)]
)
def test_a_test_that_was_decided_on_or_studied_waits_for_nothing(other: Any, waits: bool) -> None:
    log = (entry("one", 2, **other), entry("seen", 3, studied_on=WITHIN), entry("unseen", 4, decided_on=WITHIN))
    assert ((("entries", "risk")) in drawn(evidence(log=log))) is waits


@pytest.mark.parametrize(
    ("other", "risky"),
    [
        ({"decision": "adopt"}, True),
        ({"decision": "adopt", "learned": "It works."}, False),
        ({"decision": "abandon"}, False),
        ({"decision": "abandon", "learned": "It does not."}, False),
    ],
)
def test_what_was_adopted_without_a_lesson_is_looked_at(other: Any, risky: bool) -> None:
    log = (entry("one", 2, studied_on=WITHIN, **other),)
    assert (("entries", "risk") in drawn(evidence(log=log))) is risky


def test_ideas_of_the_front_line_and_of_families_are_drawn_apart() -> None:
    origins = ("front-line", "family", "manager", "partner", None)
    log = tuple(entry(f"{origin}", n + 2, origin=origin) for n, origin in enumerate(origins))
    samples = drawn(evidence(log=log))
    assert set(samples["ideas", "random"].ids) == {"front-line", "family"}
    assert set(samples["tests", "random"].ids) == {str(origin) for origin in origins}


def test_a_log_that_never_says_when_it_looked_back_is_not_sampled_for_that() -> None:
    assert ("entries", "risk") not in drawn(evidence(log=(entry("a"), entry("b"))))


def test_reviews_are_sampled_where_little_came_of_them() -> None:
    done = {"done_on": WITHIN}
    reviews = (
        review("nothing-done", [{"level": "tool", "strength": "stronger"}]),
        review("weak", [{"level": "tool", "strength": "weaker", **done}]),
        review("course-only", [{"level": "training", **done}]),
        review("not-said", [{"level": "tool", **done}]),
        review("firm", [{"level": "training", **done}, {"level": "tool", "strength": "stronger", **done}]),
    )
    risky = drawn(evidence(case_reviews=reviews))["case", "risk"]
    assert risky.ids[0] == "nothing-done"
    assert set(risky.ids) == {"nothing-done", "weak", "course-only"}


def test_of_a_review_one_action_that_is_done_or_firm_is_enough() -> None:
    done = {"done_on": WITHIN}
    reviews = (
        review("none"),
        review("one-done", [{"level": "tool"}, {"level": "tool", **done}]),
        review("done-later", [{"level": "tool", "done_on": AFTER}]),
        review("warned", [{"level": "individual", **done}]),
        review("both-weak", [{"level": "training", **done}, {"level": "tool", "strength": "weaker", **done}]),
        review("one-firm", [{"level": "tool", "strength": "weaker", **done}, {"level": "tool", **done}]),
        review("firm-course", [{"level": "training", "strength": "intermediate", **done}]),
    )
    risky = drawn(evidence(case_reviews=reviews))["case", "risk"]
    assert set(risky.ids[:2]) == {"none", "done-later"}
    assert set(risky.ids[2:]) == {"warned", "both-weak"}
    assert risky.out_of == 7


def test_recommendations_are_sampled_where_they_stick() -> None:
    some = (
        recommendation("done", "done", WITHIN),
        recommendation("stuck", "stuck", WITHIN),
        recommendation("called-done", "done"),
        recommendation("rejected", "rejected"),
        recommendation("waiting", "accepted"),
    )
    risky = drawn(evidence(recommendations=some))["recommendations", "risk"]
    assert risky.ids[0] == "called-done"
    assert set(risky.ids) == {"called-done", "stuck", "waiting"}


def test_case_records_come_from_every_list_in_turn() -> None:
    lists = (
        case_list("list-1", [f"a{n}" for n in range(500)]),
        case_list("list-2", ["b0"]),
        case_list("list-3", [None, "c0", "c1", "a1"]),
    )
    sample = drawn(evidence(case_lists=lists))["case", "random"]
    assert "b0" in sample.ids
    assert len(set(sample.ids) & {"c0", "c1", "a1"}) >= 2
    assert (len(sample.ids), sample.out_of) == (AT_RANDOM, 503)
    rows = inspection(traces=[trace("case-records/list-3", rows=(Rows(resource="list-3.csv", rows=(3, 4)),))])
    assert set(drawn(evidence(case_lists=lists), found=rows)["case", "risk"].ids) == {"c0", "c1"}


def test_case_records_are_those_of_lists_that_say_whose_they_are() -> None:
    nameless = case_list("list-1", ["x"])
    nameless = dataclasses.replace(nameless, columns={"date_of_birth": nameless.columns["child_unique_id"]})
    lists = (nameless, case_list("list-2", ["a", None, "b"]))
    asked = [
        trace("case-records/list-2", outcome="strong-question", rows=(Rows(resource="list-2.csv", rows=(3, 4)),)),
        trace("case-records/list-1", rows=(Rows(resource="list-1.csv", rows=(2,)),)),
        trace("case-records/list-2", outcome="clear", rows=(Rows(resource="list-2.csv", rows=(2,)),)),
    ]
    samples = drawn(evidence(case_lists=lists), found=inspection(traces=asked))
    assert set(samples["case", "random"].ids) == {"a", "b"}
    assert (samples["case", "risk"].ids, samples["case", "risk"].out_of) == (("b",), 2)


IDS = st.lists(st.text("abc1-é", min_size=1, max_size=4), max_size=12)


@given(st.lists(IDS, min_size=1, max_size=3), IDS, st.text(max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_no_matter_and_no_id_comes_from_nowhere(
    lists: list[list[str]], names: list[str], seed: str, random: Any
) -> None:
    seed = seed or "s"
    parts = [
        {
            "log": tuple(entry(id, n + 2, studied_on=WITHIN, decision="adopt") for n, id in enumerate(some[0])),
            "recommendations": tuple(recommendation(id) for id in some[0]),
            "case_reviews": tuple(review(id) for id in some[0]),
            "case_lists": tuple(case_list(f"list-{n}", ids) for n, ids in some[1]),
        }
        for some in ((names, list(enumerate(lists))), _turned(names, lists, random))
    ]
    first, again = (fieldwork(inspection(), evidence(**part), change(), seed).samples for part in parts)
    assert first == again
    known = {*names, *(id for ids in lists for id in ids)}
    for sample in first:
        assert set(sample.ids) <= known
        assert (
            0
            < len(sample.ids)
            == len(set(sample.ids))
            <= min(sample.out_of, AT_RANDOM if sample.how == "random" else AT_RISK)
        )


def _turned(names: list[str], lists: list[list[str]], random: Any) -> tuple[list[str], list[tuple[int, list[str]]]]:
    order = list(enumerate(random.sample(ids, len(ids)) for ids in lists))
    return random.sample(names, len(names)), random.sample(order, len(order))
