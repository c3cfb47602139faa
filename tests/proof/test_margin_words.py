"""The sentences on margins, case by case, and a bound that costs little beside the margin that looks further."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from inspector import arguing, inspection
from inspector.model.assurance import on_paper
from inspector.model.visits import Margin
from inspector.proof.paper import with_pieces
from inspector.proof.told import all_of, cheap
from inspector.report.margin import margin_text
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
    assert cheap("improving", one, "verified").says.startswith("IMPROVING, verified, hangs on the improvement log")
    assert cheap("improving", None, "verified").says.startswith("IMPROVING, verified, hangs on no one")
    assert all_of("improving", [one], (), "verified").says.startswith("IMPROVING, verified, hangs on")


def test_nothing_hangs_on_a_verdict_that_cannot_be_lower() -> None:
    found = arguing.margins(inspection.work(EXAMPLES / "published-figures"))
    assert found.pieces == ()
    assert found.settled == "NOT EVIDENCED, on paper: with all of the evidence gone it would be no lower."


def test_on_paper_every_piece_it_hangs_on_alone_is_told_with_what_is_missing() -> None:
    one = Margin(evidence="improvement-log", unit="row", rows=6, of=500, how="greedy", then="emerging")
    margins = cheap("improving", one)
    told = with_pieces(on_paper("improving"), {"improvement-log": "static", "indicator/caseload": "emerging"}, margins)
    assert [(piece.evidence, piece.assurance, piece.says) for piece in told.pieces] == [
        (
            "improvement-log",
            "on-paper",
            "nobody has looked at it on site. At most 6 of its 500 rows would have to be wrong, all of the worst choice, before "
            "it were EMERGING, on paper.",
        ),
        (
            "indicator/caseload",
            "on-paper",
            "nobody has looked at it on site. Without it the verdict would be EMERGING, on paper.",
        ),
    ]
    assert told.for_next is not None
    assert [(want.evidence, want.unit, want.rows) for want in told.for_next.wanted] == [
        ("improvement-log", "row", None),
        ("indicator/caseload", "month", None),
    ]
    assert "committed" in told.for_next.says
    assert with_pieces(on_paper("not-trusted"), {"voice": "static"}, margins) == on_paper("not-trusted")


def test_more_rows_are_never_told_of_a_part_than_it_has() -> None:
    tried = [{"resource": "indicators.csv", "rows": [2, 3, 4]}]
    key = {"part": "key", "rows": 3, "of": 2, "key": [{"resource": "indicators.csv", "rows": [4, 9]}], "worst": tried}
    whole = {"evidence": "indicators", "unit": "month", "how": "greedy", "then": "emerging"}
    made = all_of("improving", [Margin(**whole, rows=3, of=9, worst=tried, parts=[Margin(**whole, **key)])], ())
    about = SimpleNamespace(
        authority="Nowhere", period_start="a", period_end="b", verdict=SimpleNamespace(assurance="on-paper")
    )
    text = margin_text(about, made)  # type: ignore[arg-type]
    assert "with others  2 months" in text
    assert "Tried of indicators: key rows" not in text
