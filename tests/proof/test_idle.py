"""Rows that do nothing alone may do it with others: the verdict bears all of them only where it stands with all gone at once."""

from collections.abc import Collection
from types import SimpleNamespace
from typing import Any

import pytest

from inspector.model.rows import by_resource
from inspector.model.visits import Margin
from inspector.proof import joint, keys, pieces
from inspector.proof.pieces import place
from tests.proof import brought_back


def _asking(falls: Any) -> Any:
    """Asks of the evidence of an example; `falls` says of how many rows of the log and of the figures the verdict is lower."""

    def asked(rows: Collection[Any], _: object, *, bare: bool) -> bool:  # noqa: ARG001
        log = sum(type(row).__name__ == "LogEntry" for row in rows)
        return bool(falls(log, len(rows) - log))

    evidence = brought_back.workings().evidence
    return SimpleNamespace(judging=SimpleNamespace(evidence=evidence), falls=asked, open=lambda _: True)


def _margin(asking: Any, evidence: str, rows: int | None) -> Margin:
    every = pieces.rows_of(asking.judging.evidence, evidence)
    worst = by_resource(every[: rows or 0]) if rows else ()
    return Margin(evidence=evidence, unit="row", rows=rows, of=len(every), how="greedy", worst=worst)


@pytest.mark.parametrize(
    ("falls", "log", "idle"),
    [
        pytest.param(lambda log, _: log >= 20, 19, True, id="idle rows that do nothing with the others either"),
        pytest.param(lambda log, other: log >= 20 or other > 40, None, False, id="idle rows of which many do it"),
        pytest.param(lambda log, other: log + other >= 60, None, False, id="rows that do it together alone"),
    ],
)
def test_idle_rows_are_borne_only_where_all_can_go(falls: Any, log: int | None, idle: bool) -> None:
    asking = _asking(falls)
    one, other = _margin(asking, "improvement-log", 20), _margin(asking, "indicators", None)
    found = {piece.evidence: piece.together for piece in joint.together(asking, [one, other])}
    assert found["indicators"] is not None
    assert (found["indicators"] == other.of) is idle
    assert not falls(found["improvement-log"], found["indicators"])
    assert log is None or found["improvement-log"] == log


def test_looking_at_rows_that_may_all_be_wrong_costs_nothing() -> None:
    asking = _asking(lambda log, _: log >= 20)
    held = joint._held(asking, _margin(asking, "indicators", None))
    assert joint._cost(held, 1.0) == 0 < keys.looked_at(held.margin.of, 1)
    assert len({place(one) for one in held.rows}) == held.margin.of
