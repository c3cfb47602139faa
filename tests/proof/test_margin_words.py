"""The sentences on margins, case by case, and a bound that costs little beside the margin that looks further."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import inspection
from inspector.model.visits import Margin
from inspector.proof.told import all_of, cheap
from tests.conftest import EXAMPLES

CASES = yaml.safe_load(Path(__file__).with_name("margin_words.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[one["case"] for one in CASES])
def test_what_is_said(case: dict[str, Any]) -> None:
    made = all_of("improving", [Margin(**case["margin"])], ())
    assert case["says"] in made.says
    assert made.says.startswith("IMPROVING, on paper, hangs on ")


def test_a_bound_says_that_it_is_one() -> None:
    one = Margin(evidence="improvement-log", unit="row", rows=6, of=500, how="greedy", then="emerging")
    assert cheap("improving", one).says == (
        "IMPROVING, on paper, hangs on the improvement log: at most 6 of its 500 rows would have to be wrong, "
        "all of the worst choice, before it were EMERGING, on paper (found along an order, the worst first; fewer may do; "
        "`inspector margin` looks further)."
    )
    assert "no one piece of evidence" in cheap("improving", None).says


def test_nothing_hangs_on_a_verdict_that_cannot_be_lower() -> None:
    found = inspection.margins(inspection.work(EXAMPLES / "published-figures"))
    assert found.pieces == ()
    assert found.settled == "NOT EVIDENCED, on paper: no row that could be wrong would make it lower."
