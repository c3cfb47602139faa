"""The ladder is a law: a rule gives `showing` or `lasting` only where a change was measured, or was seen to hold."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.framework import read
from inspector.lints.unmeasured_standing import examine
from tests.inspected import rulebook
from tests.workbench.test_check import TINY

CASES = yaml.safe_load((Path(__file__).parent / "unmeasured_standing.yaml").read_text(encoding="utf-8"))


def written(folder: Path, rules: list[dict[str, Any]]) -> Path:
    """A framework with these rules, as an author would write them."""
    (folder / "rules").mkdir(parents=True)
    (folder / "framework.yaml").write_text((TINY / "framework.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    made = [
        {"theme": "trying", "cites": ["own"], "conclude": {"standing": one["standing"]}, "says": "So it is."}
        | {key: value for key, value in one.items() if key != "standing"}
        for one in rules
    ]
    (folder / "rules" / "rules.yaml").write_text(yaml.safe_dump(made, sort_keys=False), encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    found = examine(read(written(tmp_path / "own", case["rules"])), {})
    assert sorted(one.message.split()[0] for one in found) == sorted(case["without"])
    assert all(one.rule == "unmeasured-standing" and one.level == "query" for one in found)


@pytest.mark.parametrize("name", ["munro", "patient-safety-learning"])
def test_no_framework_that_ships_gives_a_standing_that_nothing_was_measured_for(name: str) -> None:
    assert examine(rulebook(name).framework, {}) == ()
