"""Which rows a seed draws: the same on every machine, by a recipe that a stranger can repeat with other tools."""

import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.proof import drawing
from inspector.proof.folder import add_round
from tests.proof import making

FRAME = making.frame()
SEEDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
SIZES = st.fixed_dictionaries({"reviews-on-time": st.integers(0, 24), "improvement-log": st.integers(0, 120)})


def again(folder: Path, number: int, before: set[str]) -> list[str]:
    """The rows of a round by the recipe in the documents, from the files alone; shares nothing with what drew them."""
    frame = json.loads((folder / "frame.json").read_text(encoding="utf-8"))
    told = json.loads((folder / f"round-{number}.json").read_text(encoding="utf-8"))
    claim_of = {row["key"]: row["claim"] for row in frame}
    found: list[str] = []
    for claim in dict.fromkeys(claim_of[key] for key in told["rows"]):
        many = sum(claim_of[key] == claim for key in told["rows"])
        keys = [key for key, its in claim_of.items() if its == claim and key not in before]
        lines = [
            (sha256(b"\0".join([told["seed"].encode(), str(number).encode(), key.encode()])).hexdigest(), key)
            for key in keys
        ]
        found += [key for _, key in sorted(lines)[:many]]
    return found


def test_a_stranger_draws_the_same_rows(tmp_path: Path) -> None:
    visit = making.visit(tmp_path / "v")
    drawn = json.loads((tmp_path / "v" / "round-1.json").read_text(encoding="utf-8"))["rows"]
    assert again(tmp_path / "v", 1, set()) == drawn == list(visit.rounds[0].rows)


def test_the_recipe_in_the_documents_draws_the_same_rows(tmp_path: Path) -> None:
    visit = making.visit(tmp_path / "v")
    second = making.drawn(
        visit.plan, visit.frame, {"improvement-log": 4, "reviews-on-time": 2}, *visit.rounds, seed="5 5 2"
    )
    add_round(visit, second)
    page = (Path(__file__).parents[2] / "docs" / "visits.md").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    for number, drawn in ((1, visit.rounds[0].rows), (2, second.rows)):
        run = [sys.executable, "-I", "-c", recipe, str(tmp_path / "v"), str(number)]
        told = subprocess.run(run, capture_output=True, check=True, text=True).stdout
        assert told.split() == list(drawn)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_gives_the_place_of_a_row() -> None:
    seed, key = "4 1 6 2 3 5", "improvement-log-17"
    told = subprocess.run(["sha256sum"], input=f"{seed}\0{1}\0{key}".encode(), capture_output=True, check=True).stdout
    assert told.split()[0].decode() == drawing.place(seed, 1, key)


def test_the_order_is_known() -> None:
    # Worked out once by hand with `printf '4 1 6 2\0001\000a' | sha256sum`: whoever changes it changes every visit there is.
    assert drawing.place("4 1 6 2", 1, "a") == "768f2c58a7b0210a4af2947686038136a54256cc39cf708fb5ea0c30d41be5c9"
    assert drawing.in_order("4 1 6 2", 1, ["a", "b", "c", "d"]) == ["a", "b", "d", "c"]


@settings(max_examples=25)
@given(SEEDS, st.integers(1, 50), SIZES)
def test_the_same_seed_draws_the_same_rows_whatever_the_order_of_the_frame(
    seed: str, number: int, sizes: dict[str, int]
) -> None:
    once = drawing.drawn(FRAME, (), seed, number, sizes)
    assert once == drawing.drawn(FRAME[::-1], (), seed, number, sizes)
    assert len(set(once)) == len(once) == sum(sizes.values())


@settings(max_examples=25)
@given(SEEDS, st.integers(1, 5), SIZES, st.integers(0, 24))
def test_another_claim_does_not_change_the_rows_of_one(
    seed: str, number: int, sizes: dict[str, int], other: int
) -> None:
    log = drawing.drawn(FRAME, (), seed, number, {"improvement-log": sizes["improvement-log"]})
    assert drawing.drawn(FRAME, (), seed, number, {"reviews-on-time": other, **sizes})[-len(log) or len(FRAME) :] == log


@settings(max_examples=25)
@given(SEEDS, st.integers(1, 5), st.integers(0, 119))
def test_more_rows_are_the_same_rows_and_one_more(seed: str, number: int, many: int) -> None:
    fewer, more = (drawing.drawn(FRAME, (), seed, number, {"improvement-log": size}) for size in (many, many + 1))
    assert more[:-1] == fewer


@settings(max_examples=25)
@given(SEEDS, SIZES, st.sets(st.sampled_from([row.key for row in FRAME]), max_size=100))
def test_no_row_is_drawn_twice(seed: str, sizes: dict[str, int], before: set[str]) -> None:
    assert not before & set(drawing.drawn(FRAME, before, seed, 2, sizes))


def test_every_row_is_as_likely_as_any_other() -> None:
    # 1,200 rounds of 6 of 24: each row is expected 300 times with a standard deviation of 15; five of these are 75.
    counts = dict.fromkeys((row.key for row in FRAME if row.claim == "reviews-on-time"), 0)
    for seed in range(1200):
        for key in drawing.drawn(FRAME, (), str(seed), 1, {"reviews-on-time": 6}):
            counts[key] += 1
    assert sum(counts.values()) == 7200
    assert 225 <= min(counts.values()) <= max(counts.values()) <= 375
