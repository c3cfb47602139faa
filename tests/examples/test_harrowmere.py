"""`harrowmere`: another sector by another framework, through the same engine."""

import ast
from pathlib import Path

import pytest

import inspector
from inspector import inspection
from inspector.bundle import read_bundle
from tests.examples.test_scripts import same_again

NAME = "harrowmere"


def test_it_comes_out_the_same(examples: Path, tmp_path: Path) -> None:
    same_again("make_harrowmere.py", examples / NAME, tmp_path / "made")


def test_it_is_clean_invented_and_names_its_framework(examples: Path) -> None:
    reading = read_bundle(examples / NAME)
    assert reading.problems == ()
    assert reading.evidence is not None
    assert reading.evidence.invented
    assert reading.evidence.framework == "patient-safety-learning"
    readme = (examples / NAME / "README.md").read_text(encoding="utf-8")
    assert f"log of {len(reading.evidence.log)} entries" in readme
    assert "does not exist" in readme


def test_its_verdict_is_that_of_its_story(examples: Path) -> None:
    found = inspection.assess(examples / NAME)
    assert found.framework_id == "patient-safety-learning"
    assert found.verdict.verdict == "emerging"
    standings = {theme.theme: theme.standing for theme in found.themes}
    assert standings["learning-responses"] == "doing"
    assert standings["safer-care"] == "doing"
    assert found.argument is not None
    assert found.argument.fields == ()
    assert found.argument.would_change.steps


@pytest.mark.parametrize("room", ["signals", "probes", "verdict", "rules", "stats", "report"])
def test_no_judging_room_knows_the_framework(room: str) -> None:
    """The engine is an engine: no framework, theme or rule of either is named in the code."""
    house = Path(inspector.__file__).parent / room
    for path in house.rglob("*.py"):
        texts = [n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)]
        assert (
            not {"munro", "patient-safety-learning", "gain-seen", "became-safer"}
            & {t for t in texts if isinstance(t, str)} - ALLOWED
        )


ALLOWED = {"munro"}
"""Also the name of a source of recommendations."""
