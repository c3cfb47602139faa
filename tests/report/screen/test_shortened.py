"""Sentences cut short: cases a reader can follow, and what holds of every text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.report.screen.cells import MORE, cells, cut, folded
from inspector.report.screen.shortened import shortened
from inspector.report.wording import phrases

CASES = yaml.safe_load((Path(__file__).parent / "shortened.yaml").read_text(encoding="utf-8"))
PIECES = st.sampled_from(
    ["tests go on", ", and ", "; ", ", which ", "got worse", " but ", ". ", " (", ")", "36 of 36", "“", "”", " "]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    found = shortened(case["text"], case["columns"], case["lines"], phrases(), adds=case.get("adds", False))
    assert (found or []) == case["becomes"]


@given(TEXTS, st.integers(10, 80), st.integers(1, 4), st.booleans())
def test_what_is_left_is_how_the_text_begins(text: str, columns: int, lines: int, adds: bool) -> None:
    found = shortened(text, columns, lines, phrases(), adds=adds)
    if found is None:
        return
    said = " ".join(found)
    assert len(found) <= lines
    assert all(cells(line) <= columns for line in found)
    whole = " ".join(text.split())
    assert said == whole or (said.endswith(MORE) and whole.startswith(said[:-1].rstrip()))
    kept = said.removesuffix(MORE)
    assert said == whole or (kept.count("(") <= kept.count(")") and kept.count("“") <= kept.count("”"))


@given(st.text(st.sampled_from("ab 業é́"), max_size=60), st.integers(4, 30))
def test_names_are_cut_between_words(name: str, columns: int) -> None:
    found = cut(name, columns)
    assert cells(found) <= columns
    assert found == name or found.endswith(MORE)
    kept = found.removesuffix(MORE).split()
    assert found == name or not kept or "".join(kept) == "".join(name.split())[: len("".join(kept))]


@given(st.text(st.sampled_from("ab 業é́"), max_size=60), st.integers(4, 30))
def test_folding_keeps_every_letter(text: str, columns: int) -> None:
    found = folded(text, columns)
    if found is not None:
        assert "".join("".join(found).split()) == "".join(text.split())
        assert all(0 < cells(line) <= columns for line in found)
