"""What probes say of every earlier submission, of a patient liar and of an honest authority: worked out again from all."""

from pathlib import Path

import pytest

from inspector.simulate.conduct import authority
from inspector.simulate.monthly import handed_in, playing, writing
from inspector.simulate.monthly.habits import HABITS
from inspector.simulate.monthly.lies import LIES
from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case
from tests.truth.inspected import inspected
from tests.truth.ledger import Ledger, look

PROBES = {"backdated-rows", "rewritten-history", "rows-taken-back", "turned-register"}
ALL = {**HABITS, **LIES}


def told(out: Path, conduct: str, *played: str) -> Case:
    series = handed_in.submissions(authority(f"history {conduct}", conduct, 12), 3)
    for id in played:
        series = playing.play(series, id, ALL[id], 0.7)
    *before, last = writing.write(series, out)
    return inspected(last, text=False, earlier=before)


def faults(case: Case) -> list[str]:
    ledger = Ledger()
    look(case, ledger)
    return [str(fault) for fault in ledger.faults]


def asking(case: Case) -> set[str]:
    some = [fact for fact in case.facts.values() if fact.fields.get("outcome") in ("question", "strong-question")]
    return {fact.about.removeprefix("probe/") for fact in some} & PROBES


@pytest.mark.parametrize(("conduct", "played"), [
    ("stream", ("backdated-bit-by-bit", "turned-and-back", "rewritten-figures", "dropped-entries")),
    ("decline", ("backdated-and-said", "dropped-measures", "rewritten-and-said", "backfilled-measure")),
])  # fmt: skip
def test_a_patient_liar(conduct: str, played: tuple[str, ...], tmp_path: Path) -> None:
    case = told(tmp_path / "one", conduct, *played)
    assert faults(case) == []
    assert asking(case) == {probe for id in played for probe in LIES[id].seen_by}


def test_an_honest_authority_with_everything_that_happens(tmp_path: Path) -> None:
    case = told(tmp_path / "one", "stream", *HABITS)
    assert faults(case) == []
    assert not any(fact.fields.get("outcome") == "strong-question" for fact in case.facts.values())
