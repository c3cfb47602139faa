"""Runs the cases of every signal, and holds every fact they make to the rules for facts."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector import signals

from .cases import build, faults, read_cases

HERE = Path(__file__).parent
FILES = {id: HERE / f"{id.replace('-', '_')}.yaml" for id in signals.ids()}
CASES = [(id, case) for id, file in FILES.items() if file.is_file() for case in read_cases(file)]
TYPES: dict[str, type] = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}


@pytest.mark.parametrize(("id", "case"), [pytest.param(i, c, id=f"{i}: {c['name']}") for i, c in CASES])
def test_case(id: str, case: dict[str, Any]) -> None:
    facts = signals.load(id).measure(build(case["given"]))
    assert len(facts) == len(case["expect"]), [f.fields for f in facts]
    assert [faults(fact, wanted) for fact, wanted in zip(facts, case["expect"], strict=True)] == [[]] * len(facts)


@pytest.mark.parametrize(("id", "case"), [pytest.param(i, c, id=f"{i}: {c['name']}") for i, c in CASES])
def test_every_fact_is_typed_as_declared(id: str, case: dict[str, Any]) -> None:
    module, evidence = signals.load(id), build(case["given"])
    declared = {field.name: field for field in module.ABOUT.fields}
    facts = module.measure(evidence)
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.kind == f"signal/{id}"
        assert fact.id.startswith(f"signal/{id}/")
        assert fact.says.endswith(".")
        assert fact.rests_on
        assert fact.rows
        for name, value in fact.fields.items():
            assert type(value) is TYPES[declared[name].type], (name, value)
            assert not declared[name].choices or value in declared[name].choices, (name, value)
            assert not isinstance(value, float) or (math.isfinite(value) and float(f"{value:.6g}") == value), name
    assert module.measure(evidence) == facts


@pytest.mark.parametrize("id", signals.ids())
def test_every_signal_has_cases_with_and_without_facts(id: str) -> None:
    expected = [case["expect"] for signal, case in CASES if signal == id]
    assert len(expected) >= 3
    assert any(expected)
    assert [] in expected


@pytest.mark.parametrize("id", signals.ids())
def test_no_evidence_gives_no_fact_or_an_honest_one(id: str) -> None:
    assert signals.load(id).measure(build({})) == ()
