"""The walls of the house hold: each wrong import, tried on a copy of the tree, is refused by the contract that is meant to."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WRONG: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "wrong_imports.yaml").read_text("utf-8"))
FORBIDDEN = frozenset({"__import__", "exec", "eval", "system", "popen", "resolve_name", "run_path", "run_module"})
IGNORED = shutil.ignore_patterns("__pycache__", "_data")


Lint = Callable[[str], tuple[int, str]]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its contracts."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "inspector", folder / "inspector", ignore=IGNORED)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture(scope="module")
def lint(copy: Path) -> Iterator[Lint]:
    """Lints the copy as it is now by one contract, or by all: the exit code and what is printed."""
    program = [sys.executable, str(Path(__file__).with_name("linting.py"))]
    with subprocess.Popen(
        program,
        cwd=copy,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(copy)},
    ) as running:

        def ask(contract: str = "") -> tuple[int, str]:
            assert running.stdin is not None
            assert running.stdout is not None
            running.stdin.write(f"{contract}\n")
            running.stdin.flush()
            code, told = json.loads(running.stdout.readline())
            return code, told

        yield ask
        running.stdin.close() if running.stdin else None


def test_the_copy_as_it_is_passes(lint: Lint) -> None:
    code, told = lint("")
    assert code == 0, told
    assert "Contracts: " in told


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{one['in']}: {one['line'].splitlines()[-1].strip()}" for one in WRONG])
def test_a_wrong_import_is_refused(wrong: dict[str, Any], copy: Path, lint: Lint) -> None:
    path = copy / "inspector" / f"{wrong['in']}.py"
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text((before or "") + "\n\n" + wrong["line"] + "\n", encoding="utf-8")
    try:
        code, told = lint(wrong["refused_by"])
    finally:
        if before is None:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.write_text(before, encoding="utf-8")
    assert code == 1, f"{wrong['why']}: passed\n{told}"
    assert "BROKEN" in told


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


def test_no_wall_is_climbed_by_a_string() -> None:
    """Neither `__import__`, `exec` and `eval`, nor a shell: what they name no contract can see."""
    climbed = [
        f"{path}:{node.lineno} calls {name}"
        for path in sorted((ROOT / "inspector").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and (name := _called(node)) in FORBIDDEN
    ]
    assert climbed == []


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")
