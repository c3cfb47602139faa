"""What stands where there is no room for an objection: of which sort it is, and where it is told."""

import pytest

from inspector.report.front import Point
from inspector.report.screen.look import Look
from inspector.report.screen.points import told
from inspector.report.wording import phrases

SAYS = (
    "None of the 7 pieces of evidence it rests on was worked out again from case records. "
    "But for what another body gave and sealed, it is the authority's own account."
)


@pytest.mark.parametrize("sort", ["weakest-evidence", "not-submitted", "innocent", "worthless-gain"])
def test_an_objection_that_no_cut_leaves_true_is_told_by_its_sort(sort: str) -> None:
    point: Point = {"id": "improvement-log", "says": SAYS, "sort": sort}
    (line,) = told(point, 69, 2, Look(), phrases())
    assert line[0].text == f"{phrases()['case_against']['sorts'][sort]}: --section against"


def test_a_finding_without_room_keeps_its_id() -> None:
    point: Point = {"id": "stream-that-lasts", "says": "x" * 200, "sort": "finding"}
    (line,) = told(point, 69, 1, Look(), phrases())
    assert line[0].text == "[stream-that-lasts], told by --full."
