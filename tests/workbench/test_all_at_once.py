"""All faults of all layers in one run, and each of them once: what only follows from another is not told."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.workbench.check import check_one

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
