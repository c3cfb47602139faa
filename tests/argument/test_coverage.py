"""The coverage map counts what was done within the period, before the announcement, each piece once, and nothing else."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.argument.coverage import coverage
from inspector.model.argument import FieldPart
from inspector.model.evidence import Evidence
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.rules import Area, AreaPart, Framework, Selection
from inspector.model.voice import Voice
from tests.argument.by_hand import (
    AFTER,
    BEFORE,
    START,
    WITHIN,
    at,
    entry,
    evidence,
    indicator,
    recommendation,
    resource,
    review,
)  # fmt: skip
from tests.inspected import rulebook

MUNRO = rulebook().framework
DAYS = {"before": BEFORE, "within": WITHIN, "after the announcement": AFTER, "never": None}


def part(id: str, *activity: Selection) -> AreaPart:
    return AreaPart(id=id, title=id.title(), activity=activity)


def some(kind: str, **conditions: Any) -> Selection:
    values = ((name, one if isinstance(one, tuple) else (one,)) for name, one in conditions.items())
    return Selection(kind=kind, conditions=tuple(values))


def framework(*parts: AreaPart) -> Framework:
    return MUNRO.model_copy(update={"fields": (Area(id="field", title="Field", parts=parts),)})


def counted(given: Evidence, *activity: Selection) -> FieldPart:
    return coverage(framework(part("one", *activity)), given)[0].parts[0]


def promise(met_on: date | None) -> Commitment:
    return Commitment(**at(2), id="p", from_agency="A", to_agency="B", commitment="ring", made_on=START, met_on=met_on)


def said(day: date | None, **other: Any) -> Voice:
    found: dict[str, Any] = {"changed": ("t1",), "group": "children", "theme": "visits"}
    return Voice(**at(2), id="v", period_start=BEFORE, period_end=day or BEFORE, **{**found, **other})


def hours(day: date | None, improving: float | None = 4.0) -> LeaderPeriod:
    end = day or BEFORE
    return LeaderPeriod(**at(2), leader="director", period_start=BEFORE, period_end=end, hours_improving=improving)


def answer(day: date | None) -> QuestionAnswer:
    return QuestionAnswer(**at(2), leader="director", question="time", answered_on=BEFORE, acted_on=day)


def tried(day: date | None) -> Any:
    return entry("t1", started_on=day, tested_on=day)


def acted(day: date | None) -> Any:
    return review("c", [{"level": "tool", "done_on": day}], reviewed_on=BEFORE)


@pytest.mark.parametrize("when", DAYS)
@pytest.mark.parametrize(
    ("kind", "place", "made"),
    [
        ("improvement-log", "log", tried),
        ("recommendations", "recommendations", lambda day: recommendation("r", done_on=day)),
        ("recommendation-actions", "recommendations", lambda day: recommendation("r", done_on=day)),
        ("case-reviews", "case_reviews", lambda day: review("c", reviewed_on=day or BEFORE)),
        ("case-review-factors", "case_reviews", lambda day: review("c", (), ["caseload"], reviewed_on=day or BEFORE)),
        ("case-review-actions", "case_reviews", acted),
        ("partnership", "partnership", promise),
        ("voice", "voice", said),
        ("leadership", "leadership", hours),
        ("leadership-questions", "leadership_questions", answer),
    ],
)
def test_only_what_was_done_in_the_period_and_before_the_announcement_counts(
    kind: str, place: str, made: Any, when: str
) -> None:
    assert counted(evidence(**{place: (made(DAYS[when]),)}), some(kind)).activities == (when == "within")


@pytest.mark.parametrize(
    "parts",
    [
        {"log": (entry("t", recorded_at="2025-06-01T09:00:00"),)},
        {"voice": (said(WITHIN, changed=()),)},
        {"leadership": (hours(WITHIN, 0.0), hours(WITHIN, None))},
        {"recommendations": (recommendation("r", status="done"),)},
        {"case_reviews": (review("c", [{"level": "tool", "due_on": WITHIN}], reviewed_on=BEFORE),)},
    ],
    ids=["written down long after", "nothing came of it", "no hours", "only called done", "only due"],
)
def test_what_was_only_said_does_not_count(parts: dict[str, Any]) -> None:
    every = [
        some(kind) for kind in ("improvement-log", "voice", "leadership", "recommendations", "case-review-actions")
    ]
    assert counted(evidence(**parts), *every).activities == 0


def test_actions_of_two_reviews_are_two_whatever_each_calls_them() -> None:
    made = [review(name, [{"level": "tool", "done_on": WITHIN}]) for name in ("c1", "c2")]
    named = [one.model_copy(update={"actions": (one.actions[0].model_copy(update={"id": "a1"}),)}) for one in made]
    found = counted(evidence(case_reviews=tuple(named)), some("case-review-actions", level="tool"))
    assert (found.activities, found.examples) == (2, ("c1 a1", "c2 a1"))


def test_a_factor_counts_where_it_is_present_and_followed_by_then() -> None:
    here = review("c", (), ["caseload"])
    for update in ({"found": "absent"}, {"tracked_by": None}, {"tracked_since": AFTER}):
        other = here.model_copy(update={"factors": (here.factors[0].model_copy(update=update),)})
        assert counted(evidence(case_reviews=(other,)), some("case-review-factors")).activities == 0
    assert counted(evidence(case_reviews=(here,)), some("case-review-factors", condition="caseload")).activities == 1
    assert counted(evidence(case_reviews=(here,)), some("case-review-factors", condition="other")).activities == 0


def test_every_condition_has_to_hold_and_any_of_its_values_will_do() -> None:
    log = (entry("a", change_type="tool"), entry("b", change_type="task", scale="one-team"), entry("c"))
    tools = some("improvement-log", change_type=("tool", "task"))
    assert counted(evidence(log=log), tools).examples == ("a", "b")
    assert counted(
        evidence(log=log), some("improvement-log", change_type=("tool", "task"), scale="one-team")
    ).examples == ("b",)


def test_the_sort_of_measure_is_that_of_the_indicator_an_entry_names() -> None:
    log = (entry("a", indicator="i"), entry("b", indicator="j"), entry("c"))
    parts = {"log": log, "indicators": (indicator("i", measure="outcome"), indicator("j", measure="process"))}
    assert counted(evidence(**parts), some("improvement-log", measure="outcome")).examples == ("a",)


def test_a_record_counts_once_in_a_part_and_the_same_id_in_two_kinds_is_two_records() -> None:
    parts = {"log": (entry("1", origin="partner"),), "case_reviews": (review("1"),)}
    both = (some("improvement-log"), some("improvement-log", origin="partner"), some("case-reviews"))
    assert counted(evidence(**parts), *both).activities == 2


@pytest.mark.parametrize("number", [4, 5, 6])
def test_five_examples_are_named(number: int) -> None:
    found = counted(evidence(log=tuple(entry(f"t{n}", n + 2) for n in range(number))), some("improvement-log"))
    assert found.activities == number
    assert found.examples == tuple(f"t{n}" for n in range(min(5, number)))


def test_where_no_evidence_can_be_submitted_for_any_part_nothing_more_is_said() -> None:
    says = coverage(framework(part("one"), part("two")), evidence())[0].says
    assert says == "Of these no evidence can be submitted: One; Two."


def test_a_part_shows_where_any_of_its_evidence_was_submitted() -> None:
    either = part("either", some("voice"), some("improvement-log", measure="outcome", scale="one-case"))
    inside = part("inside", some("case-review-factors"))
    for kinds, says in (
        (("voice",), "Of these nothing was submitted: Inside."),
        (("case-reviews",), "Of these nothing was submitted: Either."),
        (("improvement-log",), "Nothing was submitted that could show any part."),
        (("improvement-log", "indicator-register", "case-reviews"), "Evidence can show every part."),
    ):
        there = tuple(resource(kind) for kind in kinds)
        assert coverage(framework(either, inside), evidence(resources=there))[0].says == says


def test_activity_in_a_part_shows_it_whatever_was_submitted() -> None:
    says = coverage(framework(part("log", some("improvement-log"))), evidence(log=(entry("t"),)))[0].says
    assert says == "Evidence can show every part."


def test_it_says_what_cannot_be_shown_what_was_not_submitted_and_leaves_what_was_not_done() -> None:
    parts = (
        part("unseen"),
        part("log", some("improvement-log")),
        part("outcome", some("improvement-log", measure="outcome")),
        part("voice", some("voice")),
    )
    says = coverage(framework(*parts), evidence(resources=(resource("improvement-log"),)))[0].says
    assert says == "Of these no evidence can be submitted: Unseen. Of these nothing was submitted: Outcome; Voice."
    says = coverage(framework(*parts), evidence())[0].says
    assert (
        says
        == "Of these no evidence can be submitted: Unseen. Nothing was submitted that could show any of the others."
    )
    says = coverage(framework(*parts[1:]), evidence())[0].says
    assert says == "Nothing was submitted that could show any part."
    three = tuple(resource(kind) for kind in ("improvement-log", "indicator-register", "voice"))
    assert coverage(framework(*parts[1:]), evidence(resources=three))[0].says == "Evidence can show every part."


def test_a_register_that_does_not_say_what_sort_its_measures_are_shows_no_sort() -> None:
    there = tuple(resource(kind) for kind in ("improvement-log", "indicator-register"))
    part_ = part("outcome", some("improvement-log", measure="outcome"))
    open_ = evidence(resources=there, indicators=(indicator("visits", measure=None),))
    assert coverage(framework(part_), open_)[0].says == "Of these it is not stated by what was submitted: Outcome."
    stated = evidence(resources=there, indicators=(indicator("visits", measure="process"),))
    assert coverage(framework(part_), stated)[0].says == "Evidence can show every part."


def test_a_framework_without_fields_has_no_map() -> None:
    assert coverage(MUNRO.model_copy(update={"fields": ()}), evidence(log=(entry("t"),))) == ()


def test_the_munro_map_has_four_fields_and_a_place_for_every_condition_that_reviews_look_for() -> None:
    assert len(MUNRO.fields) == 4
    assert all(7 <= len(area.parts) <= 10 for area in MUNRO.fields)
    known = [one for area in MUNRO.fields for part in area.parts for one in part.activity]
    named = {
        value for one in known if one.kind == "case-review-factors" for _, values in one.conditions for value in values
    }
    assert named == {
        "caseload", "lengthy-investigation", "hostility-between-agencies", "procedures-at-odds", "absent-supervision",
        "nobody-to-share-with", "unclear-accountability", "written-records", "children-at-immediate-risk",
    }  # fmt: skip


SCALES = ("one-case", "one-team", "whole-service")


@given(
    st.lists(st.tuples(st.sampled_from(SCALES), st.sampled_from(list(DAYS))), max_size=8),
    st.randoms(use_true_random=False),
)
def test_counts_never_exceed_what_there_is_and_the_order_of_rows_changes_none(rows: list[Any], random: Any) -> None:
    log = [entry(f"t{n}", n + 2, scale=s, started_on=DAYS[d], tested_on=DAYS[d]) for n, (s, d) in enumerate(rows)]
    turned = log[:]
    random.shuffle(turned)
    parts = [part(scale, some("improvement-log", scale=scale)) for scale in SCALES]
    every = framework(part("all", some("improvement-log")), *parts)
    one, other = (coverage(every, evidence(log=tuple(some)))[0].parts for some in (log, turned))
    assert [part.activities for part in one] == [part.activities for part in other]
    assert one[0].activities == sum(part.activities for part in one[1:]) <= len(log)
    ids = {entry.id for entry in log}
    assert all(set(part.examples) <= ids and len(part.examples) <= part.activities for part in one)


@pytest.mark.parametrize(
    ("parts", "state", "aside"),
    [
        ({}, "not-submitted", 0),
        ({"resources": (resource("improvement-log"),)}, "none", 0),
        ({"resources": (resource("improvement-log"),), "log": (entry("a"),)}, "not-stated", 0),
        ({"resources": (resource("improvement-log"),), "log": (entry("a", change_type="task"),)}, "none", 0),
        ({"log": (entry("a", change_type="tool"),)}, "shown", 0),
        ({"log": (tried(AFTER).model_copy(update={"change_type": "tool"}),)}, "set-aside", 1),
        (
            {"log": (entry("a", change_type="tool"), tried(AFTER).model_copy(update={"change_type": "tool"}))},
            "shown",
            1,
        ),
    ],
    ids=[
        "nothing",
        "an empty log",
        "no sort stated",
        "another sort",
        "shown",
        "all of it set aside",
        "some of it set aside",
    ],
)
def test_why_a_part_shows_nothing(parts: dict[str, Any], state: str, aside: int) -> None:
    found = counted(evidence(**parts), some("improvement-log", change_type="tool"))
    assert (found.state, found.aside) == (state, aside)


def test_a_part_that_no_evidence_can_show_is_not_called_empty() -> None:
    assert counted(evidence(log=(entry("a"),))).state == "cannot-be-shown"
