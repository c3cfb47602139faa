"""What a claim's sentence says, worked out again from its numbers alone: every number wrong tried, in fractions."""

import re
from fractions import Fraction
from math import ceil, comb, floor, prod

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.proof.claims import proved
from tests.proof.test_claims import a_claim

BOUND = re.compile(r"Of (\d+) rows? (at most|at least) (\d+) \(([\d.]+) %\) (?:is|are) not as written, at 95 %\.")
LOOKED = re.compile(r"(\d+) looked at, (\d+|none) of them wrong\.")
LEFT = re.compile(r"(\d+) more rows? settles? it if all are right")


def not_refuted(of: int, looked: int, wrong: int) -> list[int]:
    """All numbers of wrong rows under which what was found is not a twentieth as likely as under the prior."""
    first, after = Fraction(1, 2), Fraction(20)
    prior = [
        comb(of, j) * prod(first + i for i in range(j)) * prod(after + i for i in range(of - j))
        / prod(first + after + i for i in range(of)) for j in range(of + 1)
    ]  # fmt: skip
    likely = [Fraction(comb(k, wrong) * comb(of - k, looked - wrong), comb(of, looked)) for k in range(of + 1)]
    under_prior = sum(p * one for p, one in zip(prior, likely, strict=True))
    return [k for k, one in enumerate(likely) if under_prior < 20 * one]


@settings(max_examples=40)
@given(st.integers(2, 26), st.integers(1, 26), st.integers(0, 26), st.integers(0, 26))
def test_sentence(of: int, fewer_than: int, looked: int, wrong: int) -> None:
    fewer_than, looked = min(of, fewer_than), min(of, looked)
    wrong = min(looked, wrong)
    says = proved(a_claim(of, fewer_than), looked, wrong).says
    if found := LOOKED.search(says):
        assert (int(found[1]), found[2]) == (looked, str(wrong or "none"))
    assert bool(found) == bool(looked)
    stay = not_refuted(of, looked, wrong) if looked else list(range(of + 1))
    if bound := BOUND.search(says):
        least = bound[2] == "at least"
        assert (int(bound[1]), int(bound[3])) == (of, min(stay) if least else max(stay))
        assert Fraction(bound[4]) == Fraction((floor if least else ceil)(Fraction(1000 * int(bound[3]), of)), 10)
        assert least == (min(stay) >= fewer_than)
    else:
        assert len(stay) == 1 or not looked
    assert ("which is refuted" in says) == (min(stay) >= fewer_than)
    if left := LEFT.search(says):
        assert max(not_refuted(of, looked + int(left[1]), wrong)) < fewer_than
        assert int(left[1]) == 1 or max(not_refuted(of, looked + int(left[1]) - 1, wrong)) >= fewer_than
    else:
        assert "which is refuted" in says or max(stay) < fewer_than
