"""Runs the cases of the editor with the stock YAML language server, and opens every file of the frameworks that ship in it.

Needs node and `npm install` in `tests/workbench/authoring/editor`. Without them these tests are skipped.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli._schemas import write_schemas
from inspector.framework import MAIN
from inspector.workbench.authoring import modeline
from tests.conftest import ROOT

from .language_server import LanguageServer, missing

CASES = yaml.safe_load((Path(__file__).parent / "editor.yaml").read_text(encoding="utf-8"))
CURSOR = "‸"
pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=missing() or "it is here"),
    pytest.mark.xdist_group("editor"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A framework's folder with the schemas that `inspector framework facts --schemas` writes."""
    made = tmp_path_factory.mktemp("framework")
    for name in ("rules", "tests"):
        (made / name).mkdir()
    write_schemas(made)
    return made


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case: dict[str, Any], server: LanguageServer, folder: Path) -> None:
    text = modeline.line(case["file"]) + case["text"]
    # To an editor a file of the same name is the same file.
    path = folder / Path(case["file"]).parent / f"case-{CASES.index(case)}.yaml"
    path.write_text(text.replace(CURSOR, ""), encoding="utf-8")
    marked = [
        (one["range"]["start"]["line"], one["message"].partition("\n")[0])
        for one in sorted(server.open(path), key=lambda one: one["range"]["start"]["line"])
    ]
    if "marks" in case:
        # The line that names the schema stands before what the case has, so lines from 1 and from 0 are the same.
        told = [f"{line}: {message}" for line, message in marked]
        assert [one[: len(mark)] for one, mark in zip(told, case["marks"], strict=True)] == case["marks"], told
    if CURSOR in text:
        before = text.partition(CURSOR)[0].split("\n")
        line, column = len(before) - 1, len(before[-1])
        if "shows" in case:
            shown = server.shown(path, line, column - 1).replace("\\", "")
            assert [words for words in case["shows"] if words not in shown] == [], shown
        else:
            offered = server.completed(path, line, column)
            assert set(case["offers"]) <= set(offered)
            assert not set(case.get("never", ())) & set(offered)


@pytest.mark.parametrize("name", ["munro", "patient-safety-learning"])
def test_frameworks_that_ship_have_nothing_marked(name: str, server: LanguageServer, folder: Path) -> None:
    shipped = ROOT / "frameworks" / name
    files = [
        MAIN,
        *(
            path.relative_to(shipped).as_posix()
            for part in ("rules", "tests")
            for path in shipped.glob(f"{part}/*.yaml")
        ),
    ]
    found = {}
    for file in files:
        path = folder / Path(file).parent / f"{name}-{Path(file).name}"
        path.write_text(modeline.line(file) + (shipped / file).read_text(encoding="utf-8"), encoding="utf-8")
        found[file] = [one["message"] for one in server.open(path)]
    assert len(files) > 3
    assert {file: marks for file, marks in found.items() if marks} == {}
