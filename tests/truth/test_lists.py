"""What probes say of lists of children, and of rows that were rewritten since an earlier submission."""

from pathlib import Path

from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case
from tests.truth.inspected import inspected, simulated
from tests.truth.ledger import Ledger, look
from tests.truth.random_lists import drawn
from tests.truth.rewritten import rewritten

OF_LISTS = {"clock-restarts", "deadline-bunching", "mass-closures", "re-referrals-as-new", "vanished-cases"}


def _looked(*cases: Case) -> Ledger:
    ledger = Ledger()
    for case in cases:
        look(case, ledger)
    return ledger


def _asking(*cases: Case) -> set[str]:
    """The probes that ask about something in these cases."""
    facts = [fact for case in cases for fact in case.facts.values()]
    asked = [fact for fact in facts if fact.fields.get("outcome") in ("question", "strong-question")]
    return {fact.about.removeprefix("probe/") for fact in asked}


def test_lists_of_children(tmp_path: Path) -> None:
    places = list(drawn(10, tmp_path / "lists"))
    honest, done = (inspected(place, text=False) for place in places[8:])
    assert [str(fault) for fault in _looked(honest, done).faults if fault.about.startswith("probe/")] == []
    assert _asking(done) >= OF_LISTS, "the checkers of these saw nothing that asks"


def test_rewritten_rows(tmp_path: Path) -> None:
    (before,) = simulated(tmp_path / "before", "stream", "rewritten", 24)
    case = inspected(rewritten(before, tmp_path / "now"), text=False, earlier=before)
    assert [str(fault) for fault in _looked(case).faults if fault.about.startswith("probe/")] == []
    assert "rewritten-history" in _asking(case), "nothing was asked about what was rewritten"
