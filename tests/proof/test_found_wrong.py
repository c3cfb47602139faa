"""Rows that a visit did not find as written are set aside, those told with their reason; a case takes its month with it."""

from datetime import date

from inspector.evidence.records import apart_tests
from inspector.model.derivations import Recomputed
from inspector.proof.found_wrong import SAYS, set_aside, struck_by
from tests.proof.test_planning import evidence, figure


def test_an_entry_of_the_log_is_told_as_set_aside_and_not_as_missing() -> None:
    before = evidence()
    one = before.log[7]
    left = set_aside(before, [(one.resource, one.row), ("nowhere.csv", 3)])
    assert one not in left.log
    assert left.struck_log == (one,)
    told = [part for part in apart_tests(left).aside if part.reason == "not-as-written"]
    assert [(part.count, part.says) for part in told] == [(1, SAYS)]
    assert apart_tests(left).recorded == apart_tests(before).recorded


def test_a_figure_is_left_out_with_the_reason() -> None:
    before = evidence()
    left = set_aside(before, [("figures.csv", 14)])
    assert [(one.row, one.says) for one in left.set_aside] == [(14, SAYS)]
    assert len(left.figures) == len(before.figures) - 1


def test_nothing_wrong_leaves_the_very_same_evidence() -> None:
    assert set_aside(evidence(), []) is evidence()
    assert set_aside(evidence(), [("log.csv", 1)]) is evidence()


def test_a_case_takes_the_month_with_it_in_which_it_is_counted() -> None:
    month = figure(3)
    counted = Recomputed(
        indicator="m0", derivation="d", resource="list.csv", rows=(5, 9), period_start=month.period_start,
        period_end=month.period_end, numerator=1.0, denominator=2.0,
    )  # fmt: skip
    there = evidence().model_copy(update={"recomputed": (counted,)})
    assert struck_by(there, "case", ["indicator/m0"], ("list.csv", 9)) == (("figures.csv", month.row),)
    assert struck_by(there, "case", ["indicator/m1"], ("list.csv", 9)) == ()
    assert struck_by(there, "case", ["indicator/m0"], ("list.csv", 6)) == ()
    assert struck_by(there, "row", ["improvement-log"], ("log.csv", 6)) == (("log.csv", 6),)
    assert date(2025, 4, 1) == month.period_start
