"""Laws of the whole path: doing more never lowers a standing, plans alone raise none, and nothing is missed in silence."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.judging import observing, settling
from inspector.model.evidence import Evidence, Resource
from inspector.model.inspection import Inspection
from inspector.model.ladder import rank
from tests.doing_more import MORE, planned
from tests.inspected import evidence, rulebook

EXAMPLES = ("brackenshire", "good-on-paper", "quiet-improver")


def judged(bundle: Evidence) -> Inspection:
    return settling.settle(rulebook(), observing.as_known(bundle, rulebook()), matcher="reference").inspection


@cache
def judged_as_it_is(name: str) -> Inspection:
    return judged(evidence(name))


@settings(max_examples=25, deadline=None)
@given(
    name=st.sampled_from(EXAMPLES),
    more=st.lists(st.sampled_from(range(len(MORE))), min_size=1, max_size=14),
)
def test_an_authority_that_does_more_never_stands_lower(name: str, more: Sequence[int]) -> None:
    """Not said of another test that names an indicator: the more tests, the less the timing of a gain proves."""
    bundle = evidence(name)
    for number, which in enumerate(more):
        bundle = MORE[which](bundle, number)
    before, after = judged_as_it_is(name), judged(bundle)
    for was, now in zip(before.themes, after.themes, strict=True):
        assert rank(now.standing) >= rank(was.standing), (was.theme, was.standing, now.standing, now.findings)


@settings(max_examples=25, deadline=None)
@given(sizes=st.tuples(*[st.integers(0, 30)] * 4))
def test_plans_alone_never_rise_above_stated(sizes: tuple[int, ...]) -> None:
    kinds: tuple[Any, ...] = ("improvement-log", "recommendations", "partnership", "self-evaluation", "case-reviews")
    there = tuple(
        Resource(name=kind, path=f"{kind}.csv", kind=kind, sha256="0" * 64, bytes=0, rows=0) for kind in kinds
    )
    bare = Evidence(
        authority="Nowhere",
        period_start=date(2023, 4, 1),
        period_end=date(2026, 3, 31),
        digest="0" * 64,
        resources=there,
    )
    found = judged(planned(bare, sizes))
    assert {theme.standing for theme in found.themes} <= {"silent", "stated"}
    assert found.verdict.verdict == "not-evidenced"


@pytest.mark.parametrize("name", EXAMPLES)
def test_taking_any_one_kind_away_is_answered_and_explained(name: str) -> None:
    whole = evidence(name)
    for kind in sorted({resource.kind for resource in whole.resources}):
        rest = without(whole, kind)
        found = judged(rest)
        assert found.verdict.says
        silent = {theme.theme for theme in found.themes if theme.standing == "silent"}
        assert all(theme.says and theme.wanted for theme in found.themes if theme.theme in silent)
        told = [text for entry in found.unjudged for text in (entry.why, entry.wanted)]
        told += [reason for one in found.trust for reason in one.reasons]
        assert any(SAID_AS.get(kind, kind) in text for text in told), kind


SAID_AS = {"verifications": "no record that another body looked"}
PLACES = {
    "indicators": ("figures",),
    "indicator-register": ("indicators",),
    "improvement-log": ("log",),
    "participation": ("participation",),
    "durations": ("durations",),
    "recommendations": ("recommendations",),
    "case-reviews": ("case_reviews",),
    "leadership": ("leadership", "leadership_questions"),
    "partnership": ("partnership",),
    "voice": ("voice",),
    "self-evaluation": ("self_evaluation",),
    "declared": ("declared",),
    "verifications": ("verifications",),
}


def without(bundle: Evidence, kind: str) -> Evidence:
    """The evidence as if no resource of this kind had been submitted."""
    gone: dict[str, Any] = dict.fromkeys(PLACES[kind], ())
    return bundle.model_copy(update={**gone, "resources": tuple(r for r in bundle.resources if r.kind != kind)})
