"""What a claim's sentence says, worked out again from its numbers alone: every number wrong tried, in fractions."""

import re
from fractions import Fraction
from math import ceil, comb, floor, prod

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.proof.claims import proved
from tests.conftest import ROOT
from tests.proof.test_claims import a_claim

BOUND = re.compile(r"Of (\d+) rows? (at most|at least) (\d+) \(([\d.]+) %\) (?:is|are) not as written, at 95 %\.")
LOOKED = re.compile(r"(\d+) looked at, (\d+|none) of them wrong\.")
LEFT = re.compile(r"(\d+) more rows? settles? it if all are right")


def not_refuted(of: int, looked: int, wrong: int, first: Fraction, after: Fraction) -> list[int]:
    """All numbers of wrong rows under which what was found is not a twentieth as likely as under a beta-binomial prior."""
    prior = [
        comb(of, j) * prod(first + i for i in range(j)) * prod(after + i for i in range(of - j))
        / prod(first + after + i for i in range(of)) for j in range(of + 1)
    ]  # fmt: skip
    likely = [Fraction(comb(k, wrong) * comb(of - k, looked - wrong), comb(of, looked)) for k in range(of + 1)]
    under_prior = sum(p * one for p, one in zip(prior, likely, strict=True))
    return [k for k, one in enumerate(likely) if under_prior < 20 * one]


def ends(of: int, looked: int, wrong: int, fewer_than: int) -> tuple[int, int]:
    """The least number that a uniform prior leaves, and the largest that beta-binomial(1/2, max(20, 2 N / k)) does."""
    if not looked:
        return 0, of
    flat = not_refuted(of, looked, wrong, Fraction(1), Fraction(1))
    return min(flat), max(
        not_refuted(of, looked, wrong, Fraction(1, 2), max(Fraction(20), Fraction(2 * of, fewer_than)))
    )


@settings(max_examples=40)
@given(st.integers(2, 26), st.integers(1, 26), st.integers(0, 26), st.integers(0, 26))
def test_sentence(of: int, fewer_than: int, looked: int, wrong: int) -> None:
    fewer_than, looked = min(of, fewer_than), min(of, looked)
    wrong = min(looked, wrong)
    says = proved(a_claim(of, fewer_than), looked, wrong).says
    if found := LOOKED.search(says):
        assert (int(found[1]), found[2]) == (looked, str(wrong or "none"))
    assert bool(found) == bool(looked)
    least_wrong, most_wrong = ends(of, looked, wrong, fewer_than)
    if bound := BOUND.search(says):
        least = bound[2] == "at least"
        assert (int(bound[1]), int(bound[3])) == (of, least_wrong if least else most_wrong)
        assert Fraction(bound[4]) == Fraction((floor if least else ceil)(Fraction(1000 * int(bound[3]), of)), 10)
        assert least == (least_wrong >= fewer_than)
    else:
        assert least_wrong == most_wrong or not looked
    assert ("which is refuted" in says) == (least_wrong >= fewer_than)
    if left := LEFT.search(says):
        assert ends(of, looked + int(left[1]), wrong, fewer_than)[1] < fewer_than
        assert int(left[1]) == 1 or ends(of, looked + int(left[1]) - 1, wrong, fewer_than)[1] >= fewer_than
    else:
        assert "which is refuted" in says or most_wrong < fewer_than


EXAMPLE = re.compile(
    r"of (\d+) rows at most (\d+) \(([\d.]+) %\) are not as written, at 95 %; (\d+) looked at, none wrong\. (\d+) would"
)


def test_the_example_in_the_documents_is_worked_out() -> None:
    text = " ".join((ROOT / "docs" / "visits.md").read_text(encoding="utf-8").split())
    examples = EXAMPLE.findall(text)
    assert examples
    for of, most, share, looked, would in examples:
        assert int(most) == ends(int(of), int(looked), 0, int(would))[1] < int(would)
        assert float(share) == ceil(Fraction(1000 * int(most), int(of))) / 10
