"""The language of cases: what each form states, and what is told where it comes otherwise."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run
from inspector.framework import case_tables
from inspector.model import limits
from inspector.workbench.judging.tested import examined

TINY = Path(__file__).parents[2] / "frameworks" / "tiny"
CASES = yaml.safe_load((Path(__file__).parent / "case_language.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for file in (folder / "tests").glob("*.yaml"):
        file.unlink()
    return folder


def cases(folder: Path, *some: Any) -> None:
    # JSON is YAML without anchors.
    text = json.dumps(some)
    (folder / "tests" / "cases.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("one", CASES, ids=[one["name"] for one in CASES])
def test_what_is_told_of_a_case(one: dict[str, Any], tiny: Path) -> None:
    cases(tiny, one["case"])
    found = examined(str(tiny))
    failed = [case for case in found.cases if not case.passed]
    said = [f"{case.name!r}: {'; '.join(case.differences)}{case.failure}" for case in failed]
    said += [" ".join([p.message, p.expected, p.fix]) for p in found.problems]
    for told in one.get("told", ()):
        assert any(told in text for text in said), said
    assert bool(said) == bool(one.get("told")), said
    if "passed" in one:
        assert [case.name for case in found.cases if case.passed] == one["passed"]


def test_a_failing_row_stands_where_it_is_written(tiny: Path) -> None:
    text = (
        "- name: rises\n"
        "  each:\n"
        "    - {call: sudden-gain}\n"
        "    - {call: loss}\n"
        "    - {call: los}\n"
        "  given: {facts: [{signal: trajectory, indicator: loans, call: '{call}'}]}\n"
        "  expect: {findings_include: [something-rose]}\n"
    )
    (tiny / "tests" / "cases.yaml").write_text(text, encoding="utf-8")
    found = examined(str(tiny))
    assert [(case.where.line, case.passed) for case in found.cases] == [(3, True), (4, False)]
    assert [(p.where.line, p.where.column) for p in found.problems] == [(5, 14)]


def test_a_table_is_written_out_up_to_its_limit(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"call": "loss"}] * 50
    cases(
        tiny,
        {
            "name": "many",
            "each": rows,
            "given": {"facts": [{"signal": "trajectory", "call": "{call}"}]},
            "expect": {"not_findings": ["something-rose"]},
        },
    )
    weight: list[int] = []
    writing = case_tables._Writing.table

    def table(self: Any, *given: Any) -> None:
        writing(self, *given)
        weight.append(self._weight)

    monkeypatch.setattr(case_tables._Writing, "table", table)
    assert len(examined(str(tiny)).cases) == 50
    for most, many in ((weight[0], 50), (weight[0] - 1, 0)):
        limits.use([f"case-values={most}"])
        found = examined(str(tiny))
        assert len(found.cases) == many
        assert bool(many) != any("case-values=NUMBER" in p.fix for p in found.problems)
    for most, many in ((50, 50), (49, 0)):
        limits.use([f"framework-cases={most}"])
        assert len(examined(str(tiny)).cases) == many
    limits.use([])


def test_a_framework_without_cases_fails(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("test", "check"):
        assert _run(["framework", command, str(tiny)]) == 1
        assert "no-cases" in capsys.readouterr().out
