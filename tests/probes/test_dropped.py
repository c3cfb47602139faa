"""Indicators that an earlier submission named and this one does not."""

from inspector.model.differences import Difference
from inspector.model.evidence import Evidence
from inspector.probes import load

from .cases import build

GIVEN = {"indicators": [{"indicator": "visits"}], "figures": [{"indicator": "visits", "values": [1, 2, 3, 4, 5]}]}


def asked(*earlier: Difference) -> dict[str, str]:
    evidence: Evidence = build(GIVEN).model_copy(update={"earlier": earlier})
    return {trace.subject: trace.outcome for trace in load("selective-evidence").examine(evidence)}


def register(*removed: int) -> Difference:
    return Difference(
        resource="register", kind="indicator-register", state="changed", rows_before=4, rows_after=1, removed=removed
    )


def test_dropped_indicators_are_asked_about() -> None:
    assert asked(register(3, 4, 5))["indicator-register"] == "question"


def test_the_same_register_is_clear() -> None:
    assert asked(register())["indicator-register"] == "clear"


def test_without_an_earlier_register_nothing_is_said() -> None:
    assert "indicator-register" not in asked()
