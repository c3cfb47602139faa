"""The law of both tables: more evidence of improvement never gives a worse verdict. Bodies of evidence are drawn by lot.

`framework prove` asks the same of a solver, of what a solver can imagine. Nothing of it is used here: the engine judges.
"""

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.data import frameworks_folder
from inspector.framework import read
from inspector.workbench.judging.compiled import Compiled
from tests.framework.by_lot import framework, lowered

FRAMEWORKS = ("munro", "patient-safety-learning")


@pytest.mark.parametrize("id", FRAMEWORKS)
@settings(max_examples=60, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_more_evidence_of_improvement_never_gives_a_worse_verdict(id: str, random: Random) -> None:
    assert lowered(framework(id).compiled, id, random)[1] == []


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_where_gains_count_towards_the_five_it_is_noticed(id: str, tmp_path: Path) -> None:
    """As both tables were before 0.2.0: one gain more made up the five measures that the rows for loss wait for."""
    shutil.copytree(frameworks_folder() / id, tmp_path / id)
    place = tmp_path / id / "framework.yaml"
    text = place.read_text(encoding="utf-8")
    counted = "call: [no-change, faded-gain, loss]}"
    assert text.count(counted) == 2
    place.write_text(text.replace(counted, counted.replace("]}", ", gradual-gain, sudden-gain]}")), encoding="utf-8")
    before = Compiled(read(tmp_path / id))
    assert any(lowered(before, id, Random(seed))[1] for seed in range(300))
