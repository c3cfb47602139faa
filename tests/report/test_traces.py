"""What the probes answered, as text and as JSON."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from inspector import probes
from inspector.model.traces import Trace
from inspector.report.traces import NOTE, NOTHING, trace_values, traces_text
from inspector.verdict.false_discovery import hold
from tests.conftest import ROOT
from tests.probes.cases import build

CASES = yaml.safe_load((ROOT / "tests" / "probes" / "mass_closures.yaml").read_text("utf-8"))
SKIPPED = ("claimed-against-recomputed", "rewritten-history")


def traces(case: dict[str, Any]) -> tuple[Trace, ...]:
    given = build(case["given"])
    return hold(tuple(t for id in probes.ids() if id not in SKIPPED for t in probes.load(id).examine(given)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_json_obeys_its_published_schema(case: dict[str, Any]) -> None:
    found = trace_values(traces(case))
    schema = json.loads(Path(ROOT / "evidence" / "schemas" / "traces.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert len(found) == len(traces(case))


def test_a_question_about_a_list_names_list_columns_and_rows() -> None:
    values = trace_values(traces(CASES[1]))
    (found,) = [one for one in values if one["outcome"] == "question" and one["probe"] == "mass-closures"]
    assert found["list"] == "list-6"
    assert found["columns"] == ["cin_closure_date"]
    assert found["rows"][0]["resource"] == "list-6.csv"
    assert found["ask"]


def test_text_puts_questions_first_and_leaves_nothing_out() -> None:
    told = traces_text(traces(CASES[1]))
    assert told.startswith(NOTE)
    assert "[mass-closures] case-records/list-6, question:" in told
    assert "Columns: cin_closure_date." in told
    assert all(f"[{trace.probe}]" in told for trace in traces(CASES[1]))
    assert traces_text(()).startswith(NOTHING)


def test_what_data_say_cannot_drive_a_terminal() -> None:
    trace = Trace(probe="p", subject="indicator/\x1b[31m", outcome="clear", says="Said \u202e this.", n=1)
    assert "\x1b" not in traces_text((trace,))
    assert "\u202e" not in traces_text((trace,))
