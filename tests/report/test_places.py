"""Where to look, in words."""

from inspector.model.evidence import Rows
from inspector.report.document.rows import rows_values
from inspector.report.places import places, rows_of


def test_rows_in_words() -> None:
    rows = [Rows(resource="log.csv", rows=(2, 3, 4, 9)), Rows(resource="figures.csv", rows=(7,))]
    assert places(rows_values(rows)) == "log.csv rows 2-4, 9; figures.csv row 7"


def test_a_long_list_is_cut_short_and_says_so() -> None:
    assert places(rows_values([Rows(resource="a", rows=tuple(range(2, 42, 2)))]), most=2) == "a rows 2, 4 and 18 more"
    assert rows_of([[2, 3], [5, 9]], most=1) == "rows 2-3 and 5 more"
