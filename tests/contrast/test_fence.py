"""The fence about `inspector.contrast`: it may read levels, so nothing that judges may know it."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

ROOM = "inspector.contrast"
ALLOWED = Path("cli", "contrast.py")


def imported(source: str) -> set[str]:
    """Every module that a source text imports, at whatever depth, `from X import Y` as both X and X.Y."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_nothing_but_the_command_line_imports_the_room() -> None:
    package = ROOT / "inspector"
    importers = {
        path.relative_to(package)
        for path in package.rglob("*.py")
        if path.parent != package / "contrast"
        and any(name == ROOM or name.startswith(f"{ROOM}.") for name in imported(path.read_text(encoding="utf-8")))
    }
    assert importers == {ALLOWED}


def test_no_other_module_names_the_room_in_a_text() -> None:
    """Nor by `importlib`, which a list of imports would not show."""
    package = ROOT / "inspector"
    naming = {
        path.relative_to(package)
        for path in package.rglob("*.py")
        if path.parent != package / "contrast" and ROOM in path.read_text(encoding="utf-8")
    }
    assert naming <= {ALLOWED}


def test_a_verdict_is_given_without_the_room(examples: Path) -> None:
    code = (
        "import sys, inspector\n"
        f"inspector.assess({str(examples / 'quiet-improver')!r})\n"
        "print(sorted(name for name in sys.modules if name.startswith('inspector.contrast')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
