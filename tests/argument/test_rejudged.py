"""A verdict asked for again, with what was kept of earlier questions, is the one that is drawn from everything measured anew."""

from random import Random

from inspector import inspection
from inspector.argument.argue import case_of
from inspector.argument.rejudged import Rejudged
from inspector.judging import concluding, observing
from inspector.proof.pieces import FIGURES, place, rows_of, without
from inspector.verdict.trust import trust_in
from tests.conftest import EXAMPLES

SETS = 9


def test_asked_again_it_is_the_row_that_is_drawn_from_everything_anew() -> None:
    workings = inspection.work(EXAMPLES / "quiet-improver", matcher="reference")
    found, evidence, rulebook = workings.inspection, workings.evidence, workings.rulebook
    case = case_of(found, rulebook.framework, rulebook.known, evidence, workings.firings, workings.at_most)
    asked, random, rows = Rejudged(case), Random(16), set[str]()
    log, months = rows_of(evidence, "improvement-log"), rows_of(evidence, FIGURES)
    names = ("improvement-log", FIGURES)
    trust = trust_in(evidence, found.traces)
    for number in range(SETS):
        some = [log, months, (*log, *months)][number % 3]
        share = random.choice((0.01, 0.05, 0.3, 0.8))
        left = without(evidence, {place(one) for one in some if random.random() < share})
        anew = concluding.draw(rulebook, left, observing.measured(left), found.traces, trust, "reference")
        row = asked.row(left, names)
        assert (row.id, row.verdict) == (anew.verdict.row, anew.verdict.verdict), number
        assert Rejudged(case).row(left, names) is row
        rows.add(row.id)
    assert len(rows) > 1
