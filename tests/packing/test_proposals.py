"""What is proposed for tables as people head them: nothing that is wrong is ever called likely."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.problems import CannotComplete
from inspector.packing.looked import Looked, looked_at
from inspector.packing.proposed import Proposed
from inspector.packing.proposing import propose

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "proposals.yaml").read_text("utf-8"))
AS_OFTEN = 4


def table(case: dict[str, Any]) -> Looked:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in case["table"].strip().splitlines()]
    below = [[cell.replace("{n}", str(n)) for cell in row] for n in range(1, 1 + AS_OFTEN) for row in rows]
    return looked_at([head, *below])


def listed(ours: str | list[str]) -> list[str]:
    return [ours] if isinstance(ours, str) else list(ours)


def proposed(case: dict[str, Any]) -> Proposed | None:
    try:
        return propose([table(case)], case["file"])
    except CannotComplete as failure:
        if failure.problems[0].rule != "unknown-kind":
            raise
        return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_proposed(case: dict[str, Any]) -> None:
    found = proposed(case)
    if case["kind"] is None:
        assert found is None
        return
    assert found is not None
    assert (found.kind, found.part) == (case["kind"], case.get("part"))
    likely = {(one.theirs, one.ours) for one in found.fields if one.sure != "unsure"}
    wanted = {(theirs, ours) for theirs, each in case["wants"].items() for ours in listed(each)}
    assert wanted <= likely, f"wanted and not there: {wanted - likely}"
    wrong = {
        (theirs, ours)
        for theirs, ours in likely
        if theirs in case.get("never", {}) and (case["never"][theirs] == "all" or ours in case["never"][theirs])
    }
    assert not wrong, "a wrong guess is called likely"
    codes = {(one.field, one.theirs): one.ours for one in found.codes if one.sure != "unsure"}
    for field, said in case.get("codes", {}).items():
        assert said == {theirs: codes.get((field, theirs)) for theirs in said}
    assert set(case.get("asks", ())) <= {one.field for one in found.asked}
    for part, fields in case.get("parts", {}).items():
        (one,) = [one for one in found.parts if one.part == part]
        assert fields.items() <= {each.theirs: each.ours for each in one.fields}.items()
    for heading in case.get("doubts", ()):
        assert any(repr(heading) in doubt for doubt in found.doubts)


def test_all_that_is_wanted_is_likely_and_nothing_else_is() -> None:
    """Over all tables, and of all columns: what is called likely is what a case wants."""
    count: Counter[str] = Counter()
    for case in CASES:
        found = proposed(case)
        for one in found.fields if found else ():
            sure = "likely" if one.sure != "unsure" else "unsure"
            count[f"{sure} {'right' if one.ours in listed(case['wants'].get(one.theirs, ())) else 'wrong'}"] += 1
    assert count["likely wrong"] == 0, count
    wanted = sum(len(listed(each)) for case in CASES for each in case.get("wants", {}).values())
    assert count["likely right"] == wanted


def test_no_example_is_a_name_or_a_text() -> None:
    for case in CASES:
        found = proposed(case)
        for one in found.fields if found else ():
            assert one.example is None or "Oakden" not in one.example
            assert one.example is None or len(one.example.split()) <= 6
