"""Seeds as people write them (`seeds.yaml`), and which ones somebody could have known."""

import re
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.visits import Round, VisitPlan
from inspector.proof.guessable import why_not
from inspector.proof.seeds import LEAST, NoSeed, bare, read
from tests.proof import making

CASES = yaml.safe_load((Path(__file__).parent / "seeds.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 26)
PLACE = re.compile(r"\{(sha256:)?(\w+)(?::(\d+):(\d+))?\}")


@cache
def visit() -> tuple[VisitPlan, Round]:
    rows = making.frame()
    plan = making.plan(rows, planned_on="2026-11-20")
    return plan, making.drawn(plan, rows, {"improvement-log": 3}, seed="4 1 6 2 3 5 1 6 6 2")


def filled(text: str) -> str:
    """The text with the plan's fields in their places, or a part of one, or the hash of one."""

    def put(found: re.Match[str]) -> str:
        said = str(getattr(visit()[0], found[2]))
        if found[1]:
            return sha256(said.encode()).hexdigest()
        return said[int(found[3]) : int(found[4])] if found[3] else said

    return PLACE.sub(put, text)


def refusal(text: str) -> str:
    plan, before = visit()
    try:
        return why_not(read(text), plan, [before], (), TODAY)
    except NoSeed as failure:
        return str(failure)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "nothing")
def test_case(case: dict[str, Any]) -> None:
    text = filled(case["text"])
    said = refusal(text)
    if "refused" in case:
        assert case["refused"] in said
        return
    assert said == ""
    seed = read(text)
    assert seed.text == case["taken"]
    assert case.get("says", seed.says) == seed.says


def test_a_seed_of_another_visit_is_not_taken_again() -> None:
    plan, _ = visit()
    seed = read("dice: 5 1 6 2 3 5 1 6 6 2")
    assert why_not(seed, plan, [], ["3 3 1 2"], TODAY) == ""
    assert "another visit" in why_not(seed, plan, [], ["3 3 1 2", "5 1 6 2 3 5 1 6 6 2"], TODAY)


def test_a_very_long_name_of_an_authority_is_no_obstacle() -> None:
    plan = visit()[0].model_copy(update={"authority": "Brackenshire " * 1000})
    assert why_not(read("dice: 5 1 6 2 3 5 1 6 6 2"), plan, [], (), TODAY) == ""
    assert why_not(read("Brackenshire"), plan, [], (), TODAY)


@given(st.lists(st.integers(1, 6), min_size=20, max_size=20))
def test_twenty_throws_are_taken_however_they_are_written(throws: list[int]) -> None:
    one, other = (read(f"dice: {sign.join(map(str, throws))}") for sign in (" ", ", "))
    assert one == other
    assert 2**one.bits > LEAST
    assert one.text.split() == [str(throw) for throw in throws]


@given(st.text())
def test_whatever_is_written_is_a_seed_or_refused_with_a_reason(text: str) -> None:
    said = refusal(text)
    assert said or bare(read(text).text)
    assert "\n" not in said


@given(
    st.integers(8, 64),
    st.integers(0, 56),
    st.sampled_from(["bundle_digest", "bundle_root", "framework_digest", "frame_hash", "seal"]),
)
def test_no_part_of_a_hash_that_was_known_is_a_seed(many: int, start: int, field: str) -> None:
    part = getattr(visit()[0], field).removeprefix("sha256:")[start : start + many]
    assert refusal(part)
    assert refusal(f"given: {part.upper()}")
