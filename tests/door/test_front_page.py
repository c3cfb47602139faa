"""`import inspector`: what it shows, what it takes with it, and that its examples are true."""

import datetime
import doctest
import inspect
import os
import subprocess
import sys
import typing

import pytest

import inspector
from tests.conftest import ROOT

FUNCTIONS = ["assess", "check", "explain", "frameworks", "trend"]
CLASSES = ["CannotComplete", "Inspection", "Problem", "Problems", "ProblemsInEvidence", "Result", "Trends"]


def test_everything_is_shown_and_nothing_else() -> None:
    assert sorted(inspector.__all__) == sorted([*FUNCTIONS, *CLASSES, "__version__"])
    public = [name for name in dir(inspector) if not name.startswith("_")]
    submodules = {name for name in public if inspect.ismodule(getattr(inspector, name))}
    assert set(public) - submodules == {*FUNCTIONS, *CLASSES}
    assert all(getattr(inspector, name) is not None for name in inspector.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_doors_are_functions_that_tools_can_see(name: str) -> None:
    """Not a `__getattr__`: the function stands in the module's own text, and stays when the rooms have been imported."""
    function = vars(inspector)[name]
    assert inspect.isfunction(function)
    assert function.__module__ == "inspector"
    for words in ("Raises `CannotComplete`", ">>> ") if name != "check" else ("`CannotComplete` is raised", ">>> "):
        assert words in " ".join((function.__doc__ or "").split())
    assert inspect.signature(function).return_annotation


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'inspector' has no attribute 'nothing'"):
        _ = inspector.nothing  # type: ignore[attr-defined]


def test_importing_it_takes_nothing_with_it() -> None:
    code = (
        "import sys; before = set(sys.modules); import inspector; dir(inspector); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == ["inspector", "inspector.version"]


def test_no_room_takes_the_place_of_a_door() -> None:
    """A package `inspector.trend` would stand where the function is as soon as anybody imported it."""
    for name in FUNCTIONS:
        assert not (ROOT / "inspector" / name).exists()
        assert not (ROOT / "inspector" / f"{name}.py").exists()


def test_the_examples_in_its_words_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(inspector, optionflags=doctest.ELLIPSIS)
    assert result.attempted >= 10
    assert result.failed == 0


def test_the_command_line_does_not_need_the_room() -> None:
    code = (
        "import sys; from inspector.cli import _run\n"
        "_run(['check', 'evidence/examples/harrowmere']); _run(['explain', 'ceiling']); _run(['framework', 'list'])\n"
        "sys.exit(any(name.startswith('inspector.door') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_types_can_be_worked_out_from_the_names_that_python_has(name: str) -> None:
    """None is an alias that stands only where type checkers look."""
    from inspector.door.texts import FrameworkListed, Text

    known = {**vars(typing), "datetime": datetime, "os": os, "Text": Text, "FrameworkListed": FrameworkListed}
    known |= {one: getattr(inspector, one) for one in CLASSES}
    assert "return" in typing.get_type_hints(getattr(inspector, name), localns=known)
