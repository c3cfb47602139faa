"""All faults of all layers in one run, and each of them once: what only follows from another is not told."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.problems import CannotComplete
from inspector.workbench.check import check, check_one
from inspector.workbench.judging.mutate import mutated
from inspector.workbench.judging.tested import examined

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((Path(__file__).parent / "all_at_once.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_fault_is_told_once(case: dict[str, Any], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for name, text in case.get("put", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, old, new in case.get("swap", ()):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, old
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [p for p in check_one(folder) if p.level == "error"]
    told = "\n".join(map(str, found))
    expected = sorted(tuple(one[:2]) for one in case["told"])
    assert sorted((p.where.file.removeprefix(f"{folder.as_posix()}/"), p.rule) for p in found) == expected, told
    for file, rule, words in case["told"]:
        lines = [*(folder / file).read_text(encoding="utf-8").splitlines(), ""]
        named = [lines[(p.where.line or 1) - 1] for p in found if p.rule == rule and p.where.file.endswith(f"/{file}")]
        assert any(words in line for line in named), told


def test_of_a_rule_that_could_not_be_read_nothing_is_said_that_hangs_on_what_it_asks_for(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    rules = folder / "rules" / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    asked = '  when:\n    pace: {signal: improvement-pace, scale: any, count: ">= 1"}\n'
    assert asked in text
    rules.write_text(text.replace(asked, ""), encoding="utf-8")
    assert [p.rule for p in check_one(folder) if "somebody-tried" in p.message or p.level == "error"] == ["structure"]


def test_cases_in_a_folder_that_is_misnamed_are_not_said_to_be_missing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "tests").rename(folder / "test")
    assert [(p.rule, p.fix) for p in check_one(folder)] == [("unread-file", "did you mean 'tests'?")]


def test_framework_yml_is_told_by_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "framework.yaml").rename(folder / "framework.yml")
    with pytest.raises(CannotComplete) as refused:
        check([folder])
    assert [p.fix for p in refused.value.problems] == ["call framework.yml framework.yaml"]


@pytest.mark.parametrize("tool", [examined, mutated])
def test_what_cannot_be_applied_is_told_whole_and_with_its_mend_before_cases_are_run(tool: Any, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    rules = folder / "rules" / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("call: ", "cal: "), encoding="utf-8")
    with pytest.raises(CannotComplete) as refused:
        tool(str(folder))
    told = [p for p in refused.value.problems if "has no field 'cal'" in p.message]
    assert len(told) == rules.read_text(encoding="utf-8").count("cal: ")
    assert {p.fix for p in told} == {"did you mean 'call'?"}
