"""The walls of the house hold: each wrong import, tried on a copy of the tree, is refused by the contract that is meant to."""

import ast
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
FORBIDDEN = frozenset({"__import__", "exec", "eval", "system", "popen", "resolve_name", "run_path", "run_module"})
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


def test_every_folder_of_code_is_a_package() -> None:
    """What has no `__init__.py` can be imported, and is not seen by the linter."""
    code = ROOT / "inspector"
    folders = {path.parent for path in code.rglob("*.py") if "_data" not in path.parts}
    assert [str(one) for one in sorted(folders) if not (one / "__init__.py").is_file()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "inspector").rglob("*.py")), ids=lambda path: path.stem)
def test_no_wall_is_climbed_by_a_string(path: Path) -> None:
    """Neither `__import__`, `exec` and `eval`, nor a shell: what they name no contract can see."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        assert name not in FORBIDDEN, f"{path}:{node.lineno} calls {name}"  # type: ignore[attr-defined]
