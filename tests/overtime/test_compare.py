"""What a comparison says of two results: cases, and laws that hold whatever the results are."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence.make_schemas import FOLDER, schema
from inspector.model.comparison import ENQUIRY_STATES, EnquiryOver, FindingOver
from inspector.model.problems import CannotComplete
from inspector.overtime import compared
from inspector.overtime.enquiries import asked
from inspector.report.comparison import render
from inspector.report.comparison.document import document
from inspector.report.comparison.sections import steps
from tests.inspected import inspected
from tests.overtime.results import result
from tests.truth.comparison_truth import faults

HERE = Path(__file__).parent
ENQUIRIES = yaml.safe_load((HERE / "enquiries.yaml").read_text(encoding="utf-8"))
PROMISES = yaml.safe_load((HERE / "promises.yaml").read_text(encoding="utf-8"))
PUBLISHED = json.loads((FOLDER / "comparison.schema.json").read_text(encoding="utf-8"))


def texts(value: Any) -> Any:
    """A case with its days as texts, as results have them."""
    if isinstance(value, dict):
        return {name: texts(part) for name, part in value.items()}
    if isinstance(value, list):
        return [texts(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("case", ENQUIRIES, ids=lambda case: case["name"])
def test_what_became_of_an_enquiry(case: dict[str, Any]) -> None:
    found = compared(result(texts(case["then"])), result(texts(case["now"]), end="2026-06-30"))
    (one,) = found.enquiries
    assert (one.state, one.says) == (case["state"], case["says"])
    if "asked_now" in case:
        assert list(one.asked_now) == case["asked_now"]


@pytest.mark.parametrize("case", PROMISES, ids=lambda case: case["name"])
def test_what_became_of_what_was_promised(case: dict[str, Any]) -> None:
    found = compared(result(texts(case["then"])), result(texts(case["now"]), end="2026-06-30"))
    told = [{"id": one.id, "state": one.state, "says": one.says} for one in found.promises]
    assert told == case["became"]


NAMES = ("small-tests", "long-silence/visits", "loss/visits/t1")
SUBJECTS = ("improvement-log", "indicator/visits")
OUTCOMES = ("clear", "question", "strong-question", "not-applicable", "insufficient-data")


@st.composite
def results(draw: st.DrawFn, end: str) -> Any:
    """A result in which anything may ask anything, or nothing."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    facts = draw(st.lists(st.sampled_from(("signal/a/visits", "signal/b/all")), unique=True))
    findings = [
        {"id": one, "facts": facts, "withdrawn": draw(st.booleans()), "ask": draw(st.sampled_from(([], ["Why?"])))}
        for one in names
    ]
    subjects = draw(st.lists(st.sampled_from(SUBJECTS), unique=True))
    traces = [{"probe": "late", "subject": one, "outcome": draw(st.sampled_from(OUTCOMES))} for one in subjects]
    themes = [
        {"theme": one, "standing": draw(st.sampled_from(("silent", "doing", "lasting")))}
        for one in draw(st.lists(st.sampled_from(("stream", "effect")), unique=True))
    ]
    causes = [*NAMES, *(f"probe/late/{one}" for one in SUBJECTS), "standing/stream", "standing/effect", "nobody-knows"]
    questions = draw(st.lists(st.sampled_from(("A?", "B?", "C?")), unique=True))
    enquiries = [
        {"question": one, "because": draw(st.lists(st.sampled_from(causes), unique=True, max_size=3))}
        for one in questions
    ]
    answers = {one: "Told." for one in questions if draw(st.booleans())}
    rules = draw(st.sampled_from(("0" * 64, "1" * 64)))
    said = {"facts": [{"id": one} for one in facts], "findings": findings, "traces": traces, "themes": themes}
    visit = {"answers": answers} if answers else {}
    return result({**said, "enquiries": enquiries, "rules": rules, "plan": draw(st.booleans()), **visit}, end=end)


@given(results("2025-12-31"), results("2026-06-30"))
def test_every_enquiry_has_exactly_one_state_in_the_next(then: Any, now: Any) -> None:
    found = compared(then, now)
    assert [one.question for one in found.enquiries] == [one.question for one in asked(then)]
    for one in found.enquiries:
        assert one.state in ENQUIRY_STATES
        assert one.says
        held(one, now)
    made = document(found)
    jsonschema.Draft202012Validator(PUBLISHED).validate(made)
    assert faults(then, now, made) == []  # type: ignore[arg-type]
    counts = made["enquiry_counts"]
    told = counts["answered"] + counts["open"] + counts["not_asked_again"] + counts["cannot_be_told"]
    assert told == len(asked(then))
    every: list[FindingOver | EnquiryOver] = [*found.findings, *found.enquiries]
    for side, what in product(("then", "now"), every):
        names = getattr(what, side).names
        assert not set(names) - named(then if side == "then" else now) - set(getattr(what, "because", ()))


def held(one: EnquiryOver, now: Any) -> None:
    """A state is not said against what the newer result says itself."""
    asks = {f["id"] for f in now["findings"] if f["ask"] and not f["withdrawn"]}
    asks |= {f"probe/late/{t['subject']}" for t in now["traces"] if "question" in t["outcome"]}
    asks |= {f"standing/{t['theme']}" for t in now["themes"] if t["standing"] == "silent"}
    again = bool(asks & set(one.because))
    since = [a for a in one.answers if a.where == "visit-now"]
    assert (one.state == "open") == (again and not since)
    if one.state == "answered" and not one.answers:
        assert any(name.startswith("standing/") for name in one.because)


def named(found: Any) -> set[str]:
    """Everything that can be cited of a result by its name."""
    names = {one["id"] for part in ("findings", "facts") for one in found[part]}
    names |= {f"probe/{one['probe']}/{one['subject']}" for one in found["traces"]}
    return names | {f"standing/{one['theme']}" for one in found["themes"]}


@given(results("2025-12-31"), results("2026-06-30"))
def test_every_finding_of_either_side_is_told_once(then: Any, now: Any) -> None:
    found = compared(then, now).findings
    assert sorted(one.then_id for one in found if one.then_id) == sorted(one["id"] for one in then["findings"])
    assert sorted(one.now_id for one in found if one.now_id) == sorted(one["id"] for one in now["findings"])
    for one in found:
        assert (one.state == "kept") == (one.then_id is not None and one.now_id is not None)


def test_a_finding_of_an_older_result_is_matched_by_rule_and_measure() -> None:
    facts = [{"id": "signal/trajectory/visits", "indicator": "visits"}]
    then = result({"facts": facts, "findings": [{"id": "gain-seen", "facts": [facts[0]["id"]], "says": "Then."}]})
    now = result(
        {"facts": facts, "findings": [{"id": "gain-seen/visits", "facts": [facts[0]["id"]]}]}, end="2026-06-30"
    )
    (one,) = compared(then, now).findings
    assert (one.state, one.then_id, one.now_id, one.about) == ("kept", "gain-seen", "gain-seen/visits", ("visits",))
    assert (one.then_says, one.now_says) == ("Then.", "Found.")


def test_a_finding_on_another_measure_is_another_finding() -> None:
    then = result(
        {"facts": [{"id": "signal/t/a", "indicator": "a"}], "findings": [{"id": "gain", "facts": ["signal/t/a"]}]}
    )
    now = result(
        {"facts": [{"id": "signal/t/b", "indicator": "b"}], "findings": [{"id": "gain/b", "facts": ["signal/t/b"]}]},
        end="2026-06-30",
    )
    assert [(one.state, one.about) for one in compared(then, now).findings] == [("new", ("b",)), ("gone", ("a",))]


@pytest.mark.parametrize(
    ("then", "now", "rule"),
    [
        ({}, {"authority": "Southmoor"}, "compare-other-authority"),
        ({}, {"framework": "patient-safety-learning"}, "compare-other-framework"),
        ({"end": "2026-07-01"}, {}, "compare-wrong-order"),
        ({"end": "2026-06-30", "start": "2023-01-02"}, {}, "compare-wrong-order"),
    ],
)
def test_what_cannot_be_compared_is_refused(then: dict[str, Any], now: dict[str, Any], rule: str) -> None:
    with pytest.raises(CannotComplete) as refused:
        compared(result(then), result(now, end="2026-06-30"))
    assert [one.rule for one in refused.value.problems] == [rule]


@pytest.mark.parametrize("then", [{"end": "2026-06-30"}, {"authority": "NORTHMOOR "}, {"engine": "0.9"}])
def test_what_lies_just_beside_it_can_be(then: dict[str, Any]) -> None:
    assert compared(result(then), result(end="2026-06-30")).says == "The verdict was STATIC, on paper, and is so again."


def test_notes_say_what_else_may_be_behind_a_difference() -> None:
    then = result({"engine": "0.9", "rules": "1" * 64, "plan": False})
    del then["promised"]
    notes = compared(then, result(end="2026-06-30")).notes
    assert [note.partition(":")[0][:24] for note in notes] == [
        "The rules are not the sa",
        "Inspector 0.9 made the o",
        "The older result does no",
        "The older result has no ",
    ]


def test_a_judgement_holds_until_its_day_and_not_beyond() -> None:
    own = {"by": "A", "standing": "doing", "says": "Two teams.", "on": "2026-01-09", "expires_on": "2026-06-30"}
    judged = [{"theme": "stream", "title": "Stream", "judged": [own]}]
    then = result({"answers": {}, "judged": judged})
    states = [compared(then, result(end=end)).aged[0].state for end in ("2026-06-30", "2026-07-31")]
    assert states == ["holds", "expired"]


def test_an_attestation_is_submitted_again_or_holds_or_has_expired() -> None:
    look = {"id": "v1", "by": "Audit", "about": "indicator/x", "looked_on": "2026-01-02", "counts": True, "why": ""}
    look |= {"expires_on": "2026-06-30", "says": "Audit looked.", "rows": []}
    then = result({"attestations": [look]})
    no_more = {**look, "counts": False, "why": "too few", "says": "Too few."}
    told = [
        compared(then, result(said, end=end)).aged[0].state
        for said, end in (
            ({}, "2026-06-30"),
            ({}, "2026-07-31"),
            ({"attestations": [look]}, "2026-07-31"),
            ({"attestations": [no_more]}, "2026-06-30"),
        )
    ]
    assert told == ["holds", "expired", "holds", "counts-for-nothing"]


def test_the_published_schema_is_the_one_that_the_types_make() -> None:
    """Where this fails, `python -m evidence.make_schemas` writes the schema anew: read what changed."""
    assert schema("comparison") == PUBLISHED


def test_a_result_held_against_itself_is_all_kept_and_all_open() -> None:
    from inspector.report.document.make import document as result_of

    same = result_of(inspected("published-figures"))
    found = compared(same, same)
    assert {one.state for one in found.findings} == {"kept"}
    assert {one.state for one in found.enquiries} == {"open"}
    assert {one.moved for one in found.themes} == {"same"}
    jsonschema.Draft202012Validator(PUBLISHED).validate(document(found))
    assert render(found, "html").startswith("<!DOCTYPE html>")
    assert "{" not in render(found, "text")
    assert json.loads(render(found, "json"))["enquiry_counts"]["open"] == len(found.enquiries)


def test_a_theme_that_stands_nowhere_says_why_of_then_and_of_now() -> None:
    aside, nothing = {"theme": "stream", "state": "set-aside"}, {"theme": "stream", "state": "nothing-shown"}
    found = compared(result({"themes": [aside]}), result({"themes": [nothing]}, end="2026-06-30"))
    assert found.themes[0].says == (
        "It stood nowhere then (what was submitted on it was set aside), "
        "and stands nowhere now (what was submitted on it shows no improvement at work)."
    )
    assert steps(document(found)["themes"][0]) == ("set aside", "nothing shown")


def test_what_is_wanted_of_several_pieces_in_the_same_words_is_told_once() -> None:
    pieces = [
        {"evidence": name, "unit": "month", "rows": None, "says": "Months have to be looked at."} for name in "ab"
    ]
    wanted = {"word": "verified", "says": "Rows.", "wanted": pieces}
    then = result({"verdict": {"assured": {"for_next": wanted, "pieces": []}}})
    found = compared(then, result(end="2026-06-30"))
    assert [one.promised for one in found.promises] == ["To be verified: Rows. Months have to be looked at."]
