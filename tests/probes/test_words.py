"""Probes ask and never accuse: every text that a probe, or the table of manipulability, could print is read."""

import ast
from pathlib import Path

import pytest

import inspector

from .accusing import ACCUSING

HOUSE = Path(inspector.__file__).parent
FILES = sorted((HOUSE / "probes").glob("*.py"))
TELLING = [HOUSE / "verdict" / "witnesses.py", HOUSE / "verdict" / "manipulability.py"]
TELLING += [HOUSE / "model" / "manipulability.py", HOUSE / "report" / "manipulability.py"]


def texts(path: Path) -> list[str]:
    """Every string in a file, docstrings and the fixed parts of f-strings included."""
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_of_a_probe_accuses(path: Path) -> None:
    # The package says what probes are for, and is never printed.
    said = texts(path)[1:] if path.stem == "__init__" else texts(path)
    assert not [text for text in said if ACCUSING.search(text)]


@pytest.mark.parametrize("path", TELLING, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_text_about_trust_accuses(path: Path) -> None:
    # The design's own word for how open an indicator is: it is said of the indicator, never of anybody.
    said = [text.lower().replace("manipulability", "").replace("manipulable", "") for text in texts(path)]
    assert not [text for text in said if ACCUSING.search(text)]


def test_the_reader_finds_what_it_should() -> None:
    assert ACCUSING.search("These figures were faked.")
    assert not ACCUSING.search("Who may change it afterwards?")
