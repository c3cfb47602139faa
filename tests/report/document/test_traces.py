"""One shape of a trace: `check --probes` and `assess` tell programs the same."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from inspector import probes
from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.model.traces import Trace
from inspector.report.document.traces import trace_values
from inspector.report.document.written import written
from tests.conftest import ROOT
from tests.probes.cases import build
from tests.report.results import result

CASES = yaml.safe_load((ROOT / "tests" / "probes" / "mass_closures.yaml").read_text("utf-8"))


def test_a_check_tells_the_traces_that_an_inspection_tells(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["check", str(ROOT / "evidence" / "examples" / "brackenshire"), "--probes", "--format", "json"]) == 0
    asked = json.loads(capsys.readouterr().out)["probes"]
    assert len(asked) > 20
    assert asked == result("brackenshire")["traces"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_traces_about_lists_fit_the_published_schema(case: dict[str, Any]) -> None:
    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    traces = trace_values(probes.load("mass-closures").examine(build(case["given"])))
    assert traces
    some = schema["properties"]["traces"] | {"$defs": schema["$defs"]}
    jsonschema.Draft202012Validator(some).validate(traces)


def test_a_question_about_a_list_names_list_columns_and_rows() -> None:
    found = trace_values(probes.load("mass-closures").examine(build(CASES[1]["given"])))
    (asked,) = [one for one in found if one["outcome"] == "question"]
    assert (asked["list"], asked["columns"]) == ("list-6", ["cin_closure_date"])
    assert asked["rows"][0]["resource"] == "list-6.csv"
    assert asked["ask"]


def test_other_evidence_has_neither_list_nor_columns() -> None:
    trace = Trace(probe="late-entries", subject="improvement-log", outcome="clear", says="Said \u202e this.", n=1)
    (value,) = trace_values([trace])
    assert (value["list"], value["columns"]) == (None, [])
    assert "\u202e" not in written(value)
