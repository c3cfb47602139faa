"""The walls of the house hold: each wrong import, tried on a copy of the tree, is refused by the contract that is meant to."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WRONG: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "wrong_imports.yaml").read_text("utf-8"))
LINTER = Path(sys.executable).with_name("lint-imports")
IGNORED = shutil.ignore_patterns("__pycache__", "_data")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its contracts."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "inspector", folder / "inspector", ignore=IGNORED)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def linted(copy: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    only = [word for name in contracts for word in ("--contract", name)]
    # -P keeps nothing of ours out: the copy is found first because the linter puts its folder in front.
    return subprocess.run([LINTER, "--no-cache", *only], cwd=copy, capture_output=True, text=True, check=False)


def test_the_copy_as_it_is_passes(copy: Path) -> None:
    done = linted(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{one['in']}: {one['line'].splitlines()[-1].strip()}" for one in WRONG])
def test_a_wrong_import_is_refused(wrong: dict[str, Any], copy: Path) -> None:
    path = copy / "inspector" / f"{wrong['in']}.py"
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text((before or "") + "\n\n" + wrong["line"] + "\n", encoding="utf-8")
    try:
        done = linted(copy, wrong["refused_by"])
    finally:
        if before is None:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.write_text(before, encoding="utf-8")
    assert done.returncode == 1, f"{wrong['why']}: passed\n{done.stdout}"
    assert "BROKEN" in done.stdout


def test_every_contract_has_a_wrong_import_that_it_refuses() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    tried = {wrong["refused_by"] for wrong in WRONG}
    assert {one["id"] for one in contracts} - tried == set()
