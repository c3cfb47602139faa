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
    expected = sorted(case["told"])
    places = sorted(_place(folder, p.where, p.rule, exact=[one.rpartition(" ")[0] for one in expected]) for p in found)
    assert places == expected, "\n".join(map(str, found))


def _place(folder: Path, where: Any, rule: str, exact: list[str]) -> str:
    file = Path(where.file).relative_to(folder).as_posix()
    if f"{file}:" in exact:
        return f"{file}: {rule}"
    return f"{file}{f':{where.line}' if where.line else ''} {rule}"
