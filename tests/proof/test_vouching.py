"""Whether what a visit proves is enough for a verdict to be verified: `vouching.yaml`, and laws."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.proof.claims import proved
from inspector.proof.vouching import Bearing, Looked, assured, weighed
from tests.proof import making

CASES = yaml.safe_load((Path(__file__).parent / "vouching.yaml").read_text(encoding="utf-8"))


def places(text: str) -> frozenset[tuple[str, int]]:
    first, _, last = text.partition("-")
    return frozenset(("log.csv", row) for row in range(int(first), int(last) + 1))


def looked(rows: str, looked: int, wrong: int, confidence: float = 0.95) -> Looked:
    """A claim of which the first rows were looked at, and the first of those found wrong."""
    every = places(rows)
    line = sorted(every)
    claim = making.claim("c", "improvement-log", len(every), max(1, len(every) // 8), 1)
    told = proved(claim.model_copy(update={"confidence": confidence}), looked, wrong)
    return Looked(every, frozenset(line[wrong:looked]), frozenset(line[:wrong]), "row", told)


def part(rows: str, bears: int | None) -> Bearing:
    return Bearing("improvement-log", "whole", "row", places(rows), bears)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    parts = {name: part(**one) for name, one in case["parts"].items()}
    claims = [looked(**one) for one in case["claims"].values()]
    # What was found wrong is set aside, and no row of what the verdict stands on any more; what was found right cannot be wrong.
    known = frozenset().union(*(one.right | one.wrong for one in claims))
    parts = {name: one._replace(rows=one.rows - known) for name, one in parts.items()}
    word, why = assured(list(parts.values()), claims)
    assert word == case["word"], why
    assert {name: weighed(one, claims).most for name, one in parts.items()} == case.get("further", {})
    assert [piece.assurance == "verified" for piece in why.pieces] == [
        weighed(one, claims).holds for one in parts.values()
    ]
    wanted = list(case.get("more", {}).values())
    assert [one.rows for one in (why.for_next.wanted if why.for_next else ())] == wanted


@given(st.integers(1, 60), st.data())
def test_it_is_verified_just_where_so_few_can_be_wrong_as_it_bears(of: int, data: st.DataObject) -> None:
    """Against counting: for every number of further wrong rows that the bound allows, the verdict bears that many."""
    seen = data.draw(st.integers(0, of))
    wrong = data.draw(st.integers(0, seen))
    bears = data.draw(st.integers(0, of))
    one = looked(f"1-{of}", seen, wrong)
    left = part(f"1-{of}", bears)._replace(rows=one.rows - one.right - one.wrong)
    word, why = assured([left], [one])
    could = range(min(one.proved.most - wrong, len(left.rows)) + 1)
    assert (word == "verified") == all(many <= bears for many in could)
    if word != "verified" and why.for_next and (more := why.for_next.wanted[0].rows):
        done = looked(f"1-{of}", seen + more, wrong) if seen + more <= of else None
        assert done is not None
        rest = left._replace(rows=one.rows - done.right - done.wrong)
        # The rows found wrong stay the same; those looked at besides are all as written.
        assert assured([rest], [done])[0] == "verified"


@given(st.integers(2, 60), st.data())
def test_more_wrong_rows_never_verify(of: int, data: st.DataObject) -> None:
    seen = data.draw(st.integers(1, of))
    wrong = data.draw(st.integers(0, seen - 1))
    bears = data.draw(st.integers(0, of))
    fewer, more = (weighed(part(f"1-{of}", bears), [looked(f"1-{of}", seen, many)]) for many in (wrong, wrong + 1))
    assert more.most + wrong + 1 >= fewer.most + wrong
