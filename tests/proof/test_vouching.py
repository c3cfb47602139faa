"""Whether what a visit proves is enough for a verdict to be verified: `vouching.yaml`, and laws."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.proof.claims import proved
from inspector.proof.vouching import Bearing, Looked, anew, as_planned, assured, weighed
from tests.proof import making

CASES = yaml.safe_load((Path(__file__).parent / "vouching.yaml").read_text(encoding="utf-8"))


def places(text: str) -> frozenset[tuple[str, int]]:
    first, _, last = text.partition("-")
    return frozenset(("log.csv", row) for row in range(int(first), int(last) + 1))


def planned(rows: str, looked: int, wrong: int, confidence: float = 0.95, census: bool = False) -> Looked:
    """A claim of which so many rows were looked at, held against what the verdict stood on before the visit."""
    every = places(rows)
    claim = making.claim("c", "improvement-log", len(every), max(1, len(every) // 8), 1)
    told = proved(
        claim.model_copy(update={"confidence": confidence, "part": "key" if census else "whole"}), looked, wrong
    )
    return as_planned(every, "row", told, wrong, census=census)


def since(one: Looked, claims: int = 1) -> Looked:
    """The same held against what stands since: the first rows were looked at, and the first of those found wrong."""
    line = sorted(one.rows)
    return anew(one, line[one.proved.wrong : one.proved.looked], line[: one.proved.wrong], claims)


def part(rows: str, bears: int | None) -> Bearing:
    return Bearing("improvement-log", "whole", "row", places(rows), bears)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    parts = {name: part(**one) for name, one in case["parts"].items()}
    claims = [planned(**one) for one in case["claims"].values()]
    if case.get("anew"):
        claims = [since(one, len(claims)) for one in claims]
        known = frozenset[Any]().union(*(one.right | one.wrong for one in claims))
        parts = {name: one._replace(rows=one.rows - known) for name, one in parts.items()}
    word, why = assured(list(parts.values()), claims)
    assert word == case["word"], why
    assert {name: weighed(one, claims).most for name, one in parts.items()} == case.get("can_be_wrong", {})
    assert [one.assurance == "verified" for one in why.pieces] == [weighed(one, claims).holds for one in parts.values()]
    wanted = list(case.get("more", {}).values())
    assert [one.rows for one in (why.for_next.wanted if why.for_next else ())] == wanted
    assert (why.for_next is None) == (word == "verified" or not parts)


def test_a_bound_that_holds_together_with_others_is_told_beside_the_one_as_planned() -> None:
    log, figures = planned("1-500", 60, 1), planned("1001-1060", 0, 0)
    part_ = part("62-500", 48)
    _, why = assured([part_], [since(log, 2), since(figures, 2)])
    (piece,) = why.pieces
    at_most = "of 500 rows at most 49 (9.8 %) are not as written, at 95 % (at most 55 (11 %), at 95 %, shared among the claims)"
    assert piece.says.startswith(f"{at_most}; 60 looked at, 1 wrong.")
    assert why.for_next is not None
    (wanted,) = why.for_next.wanted
    assert wanted.says == (
        "7 more rows settle it if all are as written: the claim is settled as planned, but what the verdict stands on was worked "
        "out anew by what was found, and all bounds on it have to hold together."
    )


def test_each_claim_that_has_rows_of_a_part_is_a_sentence() -> None:
    _, why = assured([part("1-60", 20)], [planned("1-20", 20, 0), planned("21-60", 20, 0)])
    assert "of 20 rows every one is as written; 20 looked at, none wrong. Of 40 rows at most" in why.pieces[0].says


def test_of_rows_looked_at_one_and_all_the_last_one_counts() -> None:
    key = part("1-25", 0)
    word, why = assured([key], [planned("1-25", 24, 0, census=True)])
    assert (word, why.for_next and why.for_next.wanted[0].rows) == ("on-paper", 1)
    assert why.pieces[0].says.startswith("of 25 rows at most 1 (4 %) is not as written; 24 looked at, none wrong.")
    assert assured([key], [planned("1-25", 25, 0, census=True)])[0] == "verified"


@given(st.integers(1, 60), st.booleans(), st.booleans(), st.data())
def test_it_is_verified_just_where_no_more_can_be_wrong_than_it_bears(
    of: int, again: bool, census: bool, data: st.DataObject
) -> None:
    seen = data.draw(st.integers(0, of))
    wrong = data.draw(st.integers(0, seen))
    bears = data.draw(st.integers(0, of))
    word, why = verdict_of(of, seen, wrong, bears, again=again, census=census)
    one = planned(f"1-{of}", seen, wrong, census=census)
    could = range(min(one.proved.most - wrong, of - seen) + 1) if again else range(one.proved.most + 1)
    assert (word == "verified") == all(many <= bears for many in could)
    if word != "verified" and (more := why.for_next.wanted[0].rows):
        assert verdict_of(of, seen + more, wrong, bears, again=again, census=census)[0] == "verified"
        fewer = seen + more - 1
        assert more == 1 or verdict_of(of, fewer, wrong, bears, again=again, census=census)[0] != "verified"


def verdict_of(of: int, seen: int, wrong: int, bears: int, *, again: bool, census: bool) -> tuple[str, Any]:
    one, left = planned(f"1-{of}", seen, wrong, census=census), part(f"1-{of}", bears)
    if again:
        one = since(one)
        left = left._replace(rows=one.rows - one.right - one.wrong)
    return assured([left], [one])
