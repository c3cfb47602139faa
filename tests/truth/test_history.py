"""What probes say of every earlier submission, of a patient liar and of an honest authority: worked out again from all."""

from pathlib import Path

import pytest

from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case
from tests.truth.inspected import inspected, played
from tests.truth.ledger import Ledger, look

PROBES = {"backdated-rows", "rewritten-history", "rows-taken-back", "turned-register"}


def told(bundles: list[Path]) -> Case:
    *before, last = bundles
    return inspected(last, text=False, earlier=before)


def faults(case: Case) -> list[str]:
    ledger = Ledger()
    look(case, ledger)
    return [str(fault) for fault in ledger.faults]


def asking(case: Case) -> set[str]:
    some = [fact for fact in case.facts.values() if fact.fields.get("outcome") in ("question", "strong-question")]
    return {fact.about.removeprefix("probe/") for fact in some} & PROBES


@pytest.mark.parametrize(("conduct", "lies"), [
    ("stream", ("backdated-bit-by-bit", "turned-and-back", "rewritten-figures", "dropped-entries")),
    ("decline", ("backdated-and-said", "dropped-measures", "rewritten-and-said", "backfilled-measure")),
])  # fmt: skip
def test_a_patient_liar(conduct: str, lies: tuple[str, ...], tmp_path: Path) -> None:
    bundles, seen_by = played(tmp_path / "one", conduct, lies)
    case = told(bundles)
    assert faults(case) == []
    assert asking(case) == seen_by


def test_an_honest_authority_with_everything_that_happens(tmp_path: Path) -> None:
    case = told(played(tmp_path / "one", "stream", ())[0])
    assert faults(case) == []
    assert not any(fact.fields.get("outcome") == "strong-question" for fact in case.facts.values())
