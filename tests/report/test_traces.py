"""What the probes answered, as text."""

from typing import Any

import yaml

from inspector import probes
from inspector.model.traces import Trace
from inspector.report.document.shape import judged
from inspector.report.document.traces import trace_values
from inspector.report.traces import NOTE, NOTHING, traces_text
from inspector.verdict.false_discovery import hold
from tests.conftest import ROOT
from tests.probes.cases import build

CASES = yaml.safe_load((ROOT / "tests" / "probes" / "mass_closures.yaml").read_text("utf-8"))
SKIPPED = ("claimed-against-recomputed", "rewritten-history")


def traces(case: dict[str, Any]) -> list[judged.Trace]:
    given = build(case["given"])
    return trace_values(
        hold(tuple(t for id in probes.ids() if id not in SKIPPED for t in probes.load(id).examine(given)))
    )


def test_text_puts_questions_first_and_leaves_nothing_out() -> None:
    told = traces_text(traces(CASES[1]))
    assert told.startswith(NOTE)
    assert "[mass-closures] case-records/list-6, question:" in told
    assert "Columns: cin_closure_date." in told
    assert all(f"[{trace['probe']}]" in told for trace in traces(CASES[1]))
    assert traces_text(()).startswith(NOTHING)


def test_what_data_say_cannot_drive_a_terminal() -> None:
    trace = Trace(probe="p", subject="indicator/\x1b[31m", outcome="clear", says="Said \u202e this.", n=1)
    told = traces_text(trace_values([trace]))
    assert "\x1b" not in told
    assert "\u202e" not in told
