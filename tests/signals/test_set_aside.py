"""Nothing is dropped in silence: what counts and what is set aside is all that was submitted, and no blank day makes a none."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import signals
from inspector.model.case_reviews import CaseReview, ReviewAction
from inspector.model.evidence import Evidence, LogEntry, Participation, Resource, Rows
from inspector.model.facts import Fact
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction
from inspector.model.voice import Voice

BEGINS, ENDS = date(2024, 4, 1), date(2025, 3, 31)
COUNTS = {
    "improvement-pace": "count", "idea-flow": "raised", "learning-loop": "tests", "double-loop": "tests",
    "change-mix": "tests", "learning-together": "tests", "breadth": "records", "response-to-failure": "reviews",
    "action-strength": "actions", "commitments-kept": "made", "eight-questions": "answers", "leadership-time": "periods",
    "voice-answered": "said", "systemic-conditions": "reviews", "recommendation-flow": "made",
}  # fmt: skip
"""What each signal that sets records aside calls the number of those that count."""
REASONS = ("faulty", "late", "after", "outside", "undated", "unstated")
DAYS = st.integers(-90, 480).map(lambda n: BEGINS + timedelta(days=n))
MAYBE = st.none() | DAYS


def days(*fields: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(fields, MAYBE))


def entry(n: int, raised: date, dates: dict[str, Any], more: dict[str, Any]) -> LogEntry:
    plain = {"raised_by_role": "worker", "team": "North", "scale": "one-team", "aim": "less paper"}
    return LogEntry(resource="log.csv", row=n + 2, id=f"t{n}", raised_on=raised, **(plain | dates | more))


ENTRIES = st.lists(
    st.tuples(
        DAYS,
        days("started_on", "tested_on", "studied_on", "decided_on"),
        st.fixed_dictionaries(
            {
                "decision": st.sampled_from([None, "adopt", "adapt", "abandon"]),
                "learned": st.sampled_from([None, "it took longer"]),
                "scale": st.sampled_from(["one-case", "several-teams", "whole-service"]),
                "origin": st.sampled_from([None, "front-line", "leader"]),
                "questions_target": st.sampled_from([None, True, False]),
                "recorded_at": st.none() | DAYS.map(lambda day: datetime(day.year, day.month, day.day, 9)),
            }
        ),
    ),
    max_size=8,
).map(lambda some: tuple(entry(n, *one) for n, one in enumerate(some)))


def at(name: str, n: int) -> dict[str, Any]:
    return {"resource": f"{name}.csv", "row": n + 2}


def reviewed(n: int, on: date, went: str, done: date | None) -> CaseReview:
    action = ReviewAction(
        **at("actions", n), id=f"a{n}", review=f"c{n}", action="shorten it", level="tool", done_on=done
    )
    return CaseReview(
        **at("reviews", n), id=f"c{n}", reviewed_on=on, went=went, approach="systems", learned="x", actions=(action,)
    )


def recommended(n: int, on: date, done: date | None) -> Recommendation:
    action = RecommendedAction(**at("answers", n), id=f"b{n}", recommendation=f"r{n}", action="do it", done_on=done)
    return Recommendation(
        **at("recommendations", n),
        id=f"r{n}",
        recommendation="better",
        source="inspection",
        made_on=on,
        actions=(action,),
    )


def promised(n: int, made: date, due: date | None, met: date | None, said: str | None) -> Commitment:
    names = {"from_agency": "council", "to_agency": "police", "commitment": "call"}
    return Commitment(
        **at("partnership", n),
        id=f"p{n}",
        **names,
        made_on=made,
        due_on=due,
        met_on=met,
        partner_says=said,
        joint=n % 2 == 0,
    )


def said(n: int, ends: date, told: date | None, changed: Sequence[str]) -> Voice:
    return Voice(
        **at("voice", n), id=f"v{n}", period_start=ends - timedelta(days=30), period_end=ends, group="children",
        theme="forms", changed=tuple(changed), told_back_on=told,
    )  # fmt: skip


def led(n: int, ends: date, hours: Sequence[float | None]) -> LeaderPeriod:
    names = ("hours_delivering", "hours_improving", "hours_overseeing")
    return LeaderPeriod(
        **at("leadership", n), leader="head", period_start=ends - timedelta(days=30), period_end=ends,
        **dict(zip(names, hours, strict=True)),
    )  # fmt: skip


def took_part(n: int, ends: date) -> Participation:
    return Participation(
        **at("participation", n), period_start=ends - timedelta(days=30), period_end=ends, team="North", role="worker",
        headcount=4, contributors=2,
    )  # fmt: skip


def many(made: Any, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    rows = st.lists(st.tuples(*parts), max_size=4)
    return rows.map(lambda some: tuple(made(n, *one) for n, one in enumerate(some)))


HOURS = st.lists(st.sampled_from([None, 0.0, 4.0]), min_size=3, max_size=3)
SAYS = st.sampled_from([None, "kept", "partly-kept", "not-kept"])
QUESTION = st.sampled_from(["achieve", "change", "time"])
KINDS = ("improvement-log", "participation", "case-reviews", "partnership", "leadership", "voice")
FILES = {"improvement-log": "log.csv", "case-reviews": "reviews.csv"}
EVIDENCE = st.builds(
    Evidence,
    authority=st.just("Nowhere"),
    digest=st.just("0" * 64),
    period_start=st.just(BEGINS),
    period_end=st.just(ENDS),
    notified_on=st.none() | DAYS,
    resources=st.just(
        tuple(
            Resource(name=kind, path=FILES.get(kind, f"{kind}.csv"), kind=kind, sha256="0" * 64, bytes=0, rows=0)
            for kind in KINDS
        )
    ),
    left_out=st.sampled_from([(), (Rows(resource="log.csv", rows=(90, 91)), Rows(resource="voice.csv", rows=(90,)))]),
    log=ENTRIES,
    participation=many(took_part, DAYS),
    case_reviews=many(reviewed, DAYS, st.sampled_from(["well", "badly", "mixed"]), MAYBE),
    recommendations=many(recommended, DAYS, MAYBE),
    partnership=many(promised, DAYS, MAYBE, MAYBE, SAYS),
    leadership=many(led, DAYS, HOURS),
    leadership_questions=many(
        lambda n, question, on: QuestionAnswer(**at("questions", n), leader="head", question=question, answered_on=on),
        QUESTION,
        MAYBE,
    ),
    voice=many(said, DAYS, MAYBE, st.lists(st.sampled_from(["t0", "t1", "gone"]), max_size=2)),
)


def facts(id: str, evidence: Evidence) -> tuple[Fact, ...]:
    return tuple(signals.load(id).measure(evidence))


def numbers(fact: Fact) -> dict[str, int]:
    return {name: value for name, value in fact.fields.items() if isinstance(value, int)}


def submitted(id: str, fact: Fact, evidence: Evidence) -> int | None:
    """How many records of the fact's sort there are, counted here by other means; None where a sort has more to it."""
    unread = {r.resource: len(r.rows) for r in evidence.left_out}
    if id in ("learning-loop", "double-loop", "change-mix", "learning-together") or fact.id.endswith("pace/any"):
        signs = ("started_on", "tested_on", "studied_on", "decided_on", "decision", "learned")
        return sum(any(getattr(e, s) for s in signs) for e in evidence.log) + unread.get("log.csv", 0)
    every = {
        "idea-flow": len(evidence.log) + unread.get("log.csv", 0),
        "response-to-failure": len(evidence.case_reviews),
        "action-strength": len(evidence.case_reviews) + len(evidence.recommendations),
        "commitments-kept": len(evidence.partnership),
        "eight-questions": len(evidence.leadership_questions),
        "leadership-time": len(evidence.leadership),
        "voice-answered": len(evidence.voice) + unread.get("voice.csv", 0),
    }
    every["recommendation-flow"] = len(evidence.recommendations)
    first = fact.id.rsplit("/", 1)[1] in ("all", "any")
    return every.get(id) if first else None


@settings(max_examples=60, deadline=None)
@given(EVIDENCE)
def test_what_counts_and_what_is_set_aside_is_all_that_was_submitted(evidence: Evidence) -> None:
    for id, count in COUNTS.items():
        for fact in facts(id, evidence):
            found: dict[str, Any] = dict(fact.fields)
            assert found[count] + found["set_aside"] == found["recorded"], (id, found)
            assert sum(found[reason] for reason in REASONS) == found["set_aside"] == sum(a.count for a in fact.aside)
            assert submitted(id, fact, evidence) in (None, found["recorded"]), (id, found)
            aside = [(r.resource, row) for one in fact.aside for r in one.rows for row in r.rows]
            cited = {(r.resource, row) for r in fact.rows for row in r.rows}
            assert len(aside) == len(set(aside)) == found["set_aside"]
            assert set(aside) <= cited
            assert (
                f"{found['set_aside']} {'is' if found['set_aside'] == 1 else 'are'} set aside" in fact.says
            ) == bool(aside)


DATES = ("started_on", "tested_on", "studied_on", "decided_on")


@settings(max_examples=60, deadline=None)
@given(EVIDENCE, st.sampled_from(DATES))
def test_a_day_left_empty_never_makes_a_none_of_what_was_tried(evidence: Evidence, field: str) -> None:
    """Entries that show by a decision or a lesson that they were tried stay tried, whichever day is not stated."""
    shown = [e for e in evidence.log if e.decision or e.learned]
    blank = evidence.model_copy(
        update={"log": tuple(e.model_copy(update={field: None}) if e in shown else e for e in evidence.log)}
    )
    for id, none in (
        ("improvement-pace", "untried"), ("idea-flow", "untried"), ("learning-loop", "abandoned_recorded"),
        ("double-loop", "questioned_recorded"), ("improvement-pace", "recorded"),
    ):  # fmt: skip
        for before, after in zip(facts(id, evidence), facts(id, blank), strict=True):
            if id != "idea-flow":
                assert before.fields[none] == after.fields[none], (id, none)
    untried = [f.fields["untried"] for f in facts("idea-flow", blank)]
    assert untried <= [sum(not (e.decision or e.learned) for e in evidence.log)] * len(untried)


@settings(max_examples=40, deadline=None)
@given(EVIDENCE)
def test_each_idea_and_each_thing_said_became_exactly_one_thing(evidence: Evidence) -> None:
    for fact in facts("idea-flow", evidence):
        count = numbers(fact)
        states = ("tested", "tested_since", "tested_undated", "untried")
        assert sum(count[s] for s in states) == count["raised"]
        assert count["answered_since"] <= count["waiting"] <= count["old"]
    for fact in facts("voice-answered", evidence):
        count = numbers(fact)
        became = ("changed", "changed_aside", "changed_before", "unfound", "unnamed")
        assert sum(count[s] for s in became) == count["said"]
    for fact in facts("commitments-kept", evidence):
        count = numbers(fact)
        kept = ("kept", "kept_undated", "unkept")
        assert sum(count[s] for s in kept) == count["due"]


@pytest.mark.parametrize("id", COUNTS)
def test_every_signal_that_sets_records_aside_says_so_of_itself(id: str) -> None:
    assert {"recorded", "set_aside", *REASONS, COUNTS[id]} <= {field.name for field in signals.load(id).ABOUT.fields}
