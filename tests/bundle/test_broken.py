"""Every way in which a bundle is known to go wrong: the rule, its place and the exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle import problem_rules
from inspector.cli import _run
from tests.bundle.builder import build

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8"))
PLACE = {"file": "file", "row": "row", "field": "header", "line": "line", "path": "path"}


def wanted(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"level": "error", **{k: v for k, v in one.items() if k != "told"}} for one in case["problems"]]


def found(document: dict[str, Any], case: dict[str, Any]) -> list[dict[str, Any]]:
    """The problems in the words of the case: a place that no problem of the case names is not compared."""
    named = {key for one in case["problems"] for key in one}
    return [
        {"rule": p["rule"], "level": p["level"]}
        | {key: p[name] for key, name in PLACE.items() if key in named and p[name] is not None}
        for p in document["problems"]
    ]


def ordered(problems: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in problems)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _run(["check", str(build(tmp_path, case)), "--format", "json"])
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert ordered(found(document, case)) == ordered(wanted(case)), out
    assert code == case["exit"]
    assert err == ""
    for one in case["problems"]:
        if "told" in one:
            texts = [p["message"] + p["expected"] + p["fix"] for p in document["problems"] if p["rule"] == one["rule"]]
            assert any(one["told"] in text for text in texts), texts
    assert {p["rule"] for p in document["problems"]} <= set(problem_rules.ids())


def test_every_problem_is_provoked_by_a_case() -> None:
    lists = yaml.safe_load((Path(__file__).parent / "annex_a.yaml").read_text(encoding="utf-8"))
    shapes = yaml.safe_load((Path(__file__).parent / "shapes.yaml").read_text(encoding="utf-8"))
    returns = "".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("cin.yaml", "returns.yaml"))
    provoked = {one["rule"] for case in (*CASES, *lists) for one in case["problems"]}
    provoked |= {one["rule"] for case in shapes for one in case["says"]}
    # What making and sealing a bundle can meet, and what a framework's files can, is provoked where that is tested.
    rooms = [Path(__file__).parents[1] / room for room in ("packing", "framework", "rules", "cli")]
    tests = [
        file.read_text(encoding="utf-8") for room in rooms for file in room.iterdir() if file.suffix in (".py", ".yaml")
    ]
    tests.append(returns)
    elsewhere = {rule for rule in problem_rules.ids() if any(re.search(rf"\b{rule}\b", test) for test in tests)}
    assert provoked <= set(problem_rules.ids())
    assert set(problem_rules.ids()) - provoked <= elsewhere


@pytest.mark.parametrize("name", ["a broken zip", "a wrong hash", "five faults at once", "only queries"])
def test_as_a_process(name: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case["name"] == name)
    done = subprocess.run(
        [sys.executable, "-m", "inspector", "check", str(build(tmp_path, case))],
        capture_output=True, text=True, encoding="utf-8", env={**os.environ}, check=False,
    )  # fmt: skip
    assert done.returncode == case["exit"], done.stderr
    assert done.stderr == ""
    for one in case["problems"]:
        assert f"[{one['rule']}]" in done.stdout
