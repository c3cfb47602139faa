"""`assess --seed`: the samples of the fieldwork plan cannot be foreseen by whoever made the bundle, and can be drawn again."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run


def plan(examples: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert _run(["assess", str(examples / "quiet-improver"), "--format", "json", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.usefixtures("once")
def test_a_seed_draws_other_samples_and_changes_nothing_else(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, drawn, again = (
        plan(examples, capsys),
        plan(examples, capsys, "--seed", "a die"),
        plan(examples, capsys, "--seed", "a die"),
    )
    assert drawn == again
    assert drawn["fieldwork"]["seed"] == "a die"
    assert drawn["fieldwork"]["samples"] != own["fieldwork"]["samples"]
    for document in (own, drawn):
        document["fieldwork"].pop("samples")
        document["fieldwork"].pop("seed")
    assert own == drawn
