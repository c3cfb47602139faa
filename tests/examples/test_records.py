"""What the invented examples tell beside figures and log: the stories of their READMEs, found again in the evidence."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from inspector.bundle import read_bundle
from inspector.model.evidence import Evidence
from inspector.model.leadership import LeaderPeriod, Question
from inspector.model.recommendations import Source
from inspector.signals import load

INVENTED = ["brackenshire", "good-on-paper", "quiet-improver"]
LEARNING = ["brackenshire", "quiet-improver"]
KINDS = {"recommendations", "case-reviews", "leadership", "partnership", "voice", "self-evaluation"}
FORMS = {"brackenshire": "json", "good-on-paper": "csv", "quiet-improver": "csv"}


@pytest.fixture(scope="module")
def read(examples: Path) -> dict[str, Evidence]:
    found = {name: read_bundle(examples / name).evidence for name in INVENTED}
    return {name: evidence for name, evidence in found.items() if evidence is not None}


def told(evidence: Evidence) -> date:
    assert evidence.notified_on is not None
    return evidence.notified_on


def share_ahead(periods: list[LeaderPeriod]) -> float:
    ahead = sum((one.hours_improving or 0) + (one.hours_overseeing or 0) for one in periods)
    return ahead / (ahead + sum(one.hours_delivering or 0 for one in periods))


@pytest.mark.parametrize("name", INVENTED)
def test_every_kind_is_there_and_counted_in_the_readme(read: dict[str, Evidence], examples: Path, name: str) -> None:
    evidence = read[name]
    assert {one.kind for one in evidence.resources} >= KINDS
    readme = " ".join((examples / name / "README.md").read_text(encoding="utf-8").split())
    for count, what in [
        (len(evidence.indicators), "indicators"),
        (len(evidence.log), "entries"),
        (len(evidence.recommendations), "recommendations"),
        (len(evidence.case_reviews), "case reviews"),
        (len({one.leader for one in evidence.leadership}), "leaders"),
        (len(evidence.partnership), "commitments between agencies"),
        (len(evidence.voice), "things that people said"),
        (len(evidence.self_evaluation), "statements"),
    ]:
        assert f"{count} {what}" in readme


def test_both_forms_of_parts_are_shown(read: dict[str, Evidence]) -> None:
    for name, form in FORMS.items():
        paths = {one.path for one in read[name].resources if one.kind == "recommendations"}
        assert f"recommendations.{form}" in paths
        assert ("recommendations-actions.csv" in paths) == (form == "csv")


def test_the_fullest_example_has_every_source(read: dict[str, Evidence]) -> None:
    full = read["brackenshire"]
    assert len(full.indicators) == 30
    assert {one.source for one in full.recommendations} == set(get_args(Source))
    assert {one.group for one in full.voice} == {"children", "families", "carers", "front-line", "partners"}
    stages = {entry.status for one in full.recommendations for entry in one.statuses}
    assert stages >= {"lasting", "verified", "stuck", "rejected", "dropped"}


@pytest.mark.parametrize("name", LEARNING)
def test_what_reviews_found_is_followed_by_an_indicator(read: dict[str, Evidence], name: str) -> None:
    evidence = read[name]
    facts = {fact.fields["condition"]: fact.fields for fact in load("systemic-conditions").measure(evidence)}
    assert len(facts) == 9
    assert {fields["state"] for fields in facts.values()} == {"present-tracked"}
    assert {one.went for one in evidence.case_reviews} == {"well", "badly", "mixed"}


@pytest.mark.parametrize("name", LEARNING)
def test_what_came_of_a_word_was_tried_after_it_was_said(read: dict[str, Evidence], name: str) -> None:
    evidence = read[name]
    log = {entry.id: entry for entry in evidence.log}
    named = [(one, log[id]) for one in evidence.voice for id in one.changed]
    assert len(named) > len(evidence.voice) / 2
    for one, entry in named:
        assert entry.tested_on is not None
        assert one.period_end < entry.raised_on <= entry.tested_on
        assert one.told_back_on is None or one.told_back_on > entry.raised_on


@pytest.mark.parametrize("name", LEARNING)
def test_claims_agree_with_the_figures_and_bring_bad_news(read: dict[str, Evidence], name: str) -> None:
    outcomes = [fact.fields["outcome"] for fact in load("self-claims").measure(read[name])]
    assert "contradicted" not in outcomes
    assert outcomes.count("supported") >= 0.8 * len(outcomes)
    known = load("self-knowledge").measure(read[name])[0].fields
    assert known["losses_untold"] == 0
    assert float(str(known["bad_news_share"])) > 0.3


@pytest.mark.parametrize("name", LEARNING)
def test_lessons_are_not_the_same_text_again(read: dict[str, Evidence], name: str) -> None:
    lessons = [entry.learned for entry in read[name].log if entry.learned]
    assert len(set(lessons)) > 0.9 * len(lessons)


def test_conditions_get_better_in_one_and_are_mixed_in_the_other(read: dict[str, Evidence]) -> None:
    calls = {
        name: {fact.fields["indicator"]: str(fact.fields["call"]) for fact in load("trajectory").measure(read[name])}
        for name in LEARNING
    }
    for watched in ("caseload", "changes-of-worker", "time-at-screen", "time-with-families", "sickness"):
        assert calls["quiet-improver"][watched].endswith("gain")
    full = calls["brackenshire"]
    assert full["time-with-families"] == full["changes-of-worker"] == "gradual-gain"
    assert full["caseload"] == full["sickness"] == "no-change"
    assert full["agency-workers"] == "loss"


def test_leaders_look_ahead_more_and_more_or_hardly(read: dict[str, Evidence]) -> None:
    for name in LEARNING:
        leadership = list(read[name].leadership)
        first = [one for one in leadership if one.period_start.year == 2023]
        last = [one for one in leadership if one.period_start.year >= 2025]
        assert share_ahead(last) > share_ahead(first) > 0.1
    paper = read["good-on-paper"]
    assert share_ahead(list(paper.leadership)) < 0.05
    answers = [one.answered_on for one in paper.leadership_questions]
    assert len(answers) == 3 * len(get_args(Question))
    assert all(day is not None and day > told(paper) for day in answers)


def test_good_on_paper_blames_reminds_and_announces(read: dict[str, Evidence]) -> None:
    paper = read["good-on-paper"]
    assert {(one.approach, one.went, one.family_took_part) for one in paper.case_reviews} == {
        ("individual", "badly", False)
    }
    assert sum("essons" in (one.learned or "") for one in paper.case_reviews) == len(paper.case_reviews)
    actions = [a for one in (*paper.case_reviews, *paper.recommendations) for a in one.actions]
    assert {action.strength for action in actions} == {"weaker"}
    done = [entry.on for one in paper.recommendations for entry in one.statuses if entry.status == "done"]
    assert max(done.count(day) for day in done if day > told(paper)) >= 0.5 * len(done)
    for one in paper.recommendations:
        assert one.verified_by is None or one.verified_by in one.owners


def test_good_on_paper_answers_nobody(read: dict[str, Evidence]) -> None:
    paper = read["good-on-paper"]
    assert not any(one.changed or one.told_back_on for one in paper.voice)
    spoken = [one for one in paper.partnership if one.partner_says]
    assert sum(one.partner_says == "not-kept" for one in spoken) > len(spoken) / 2
    assert any(one.met_on and one.partner_says == "not-kept" for one in spoken)
    assert all(one.partner_statement and one.joint is False for one in spoken)


def test_good_on_paper_claims_good_news_alone_and_late(read: dict[str, Evidence]) -> None:
    paper = read["good-on-paper"]
    claims = [claim for one in paper.self_evaluation for claim in one.claims]
    assert {claim.direction for claim in claims} == {"better"}
    outcomes = [fact.fields["outcome"] for fact in load("self-claims").measure(paper)]
    assert outcomes.count("contradicted") == 3
    assert sum(one.how_we_know is None for one in paper.self_evaluation) > 0.5 * len(paper.self_evaluation)
    assert sum(not claim.evidence for claim in claims) > 0.5 * len(claims)
    for one in paper.self_evaluation:
        assert one.stated_on is not None
        assert told(paper) < one.stated_on <= told(paper) + timedelta(days=14)
