"""`framework show --format json` says all of a framework: its schema holds it, and what it says makes the same rules again."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.framework import named
from inspector.model.rules import Pattern

TINY = str(Path(__file__).parents[2] / "frameworks" / "tiny")
HARBOUR = str(Path(__file__).parents[2] / "frameworks" / "harbour")
SCHEMA = json.loads((schemas_folder() / "framework-shown.schema.json").read_text(encoding="utf-8"))


def shown(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert _run(["framework", "show", name, "--format", "json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("name", ["munro", "patient-safety-learning", TINY, HARBOUR])
def test_the_schema_holds(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(shown(name, capsys))) == []


@pytest.mark.parametrize("name", ["munro", TINY])
def test_every_condition_is_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(name, capsys)
    framework = named(name)
    for sort, things in (("rules", framework.rules), ("verdicts", framework.verdicts)):
        for told, thing in zip(found[sort], things, strict=True):
            parts = [*told["when"], *told["unless"]]
            assert [part["alias"] for part in parts] == [part.alias for part in (*thing.when, *thing.unless)]
            for part, one in zip(parts, (*thing.when, *thing.unless), strict=True):
                pattern = one if isinstance(one, Pattern) else one.count
                conditions = (part["pattern"] or part["count"])["conditions"]
                assert [(c["field"], c["operator"], tuple(c["values"])) for c in conditions] == [
                    (c.field, c.operator, c.values) for c in pattern.conditions
                ]
                assert (part["pattern"] is None) == (not isinstance(one, Pattern)) == bool(part["tests"])


def test_what_a_variant_is_built_on_is_shown_with_every_change(capsys: pytest.CaptureFixture[str]) -> None:
    (base,) = shown(HARBOUR, capsys)["extends"]
    assert (base["id"], base["asked"]) == ("pier", "../pier@1.2")
    told = {(one["how"], one["sort"], one["id"]) for one in base["changes"]}
    assert {("replaced", "indicator", "loans"), ("dropped", "rule", "more-fell-than-rose")} <= told
    assert "extends" not in shown(TINY, capsys)
