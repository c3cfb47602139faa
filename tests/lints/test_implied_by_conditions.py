"""Two analyses of what follows from what, one by conditions and one by meaning: the second sees all that the first does."""

from itertools import permutations
from pathlib import Path

import pytest

from inspector.framework.implied import entry_implied
from inspector.framework.reading import attempt
from inspector.framework.vocabulary import extend
from inspector.lints._implies import Known, implies
from inspector.model.rules import Rule, VerdictRow
from inspector.rules import vocabulary

ROOT = Path(__file__).parents[2]
FOLDERS = [*(ROOT / "frameworks").iterdir(), *(ROOT / "tests" / "frameworks").rglob("framework.yaml")]
MOST = 60
"""Of a larger table or theme the pairs of the first alone: the shipped ones are looked at theme by theme."""


@pytest.mark.parametrize("sort", ["rules", "rows"])
def test_what_follows_by_conditions_follows_by_meaning(sort: str) -> None:
    followed = pairs = 0
    for folder in sorted({one if one.is_dir() else one.parent for one in FOLDERS}):
        framework = attempt(folder).framework
        if framework is None:
            continue
        known = Known.of(framework, extend(framework, vocabulary.base()))
        of: list[tuple[Rule | VerdictRow, ...]] = [framework.verdicts]
        if sort == "rules":
            of = [tuple(one for one in framework.rules if one.theme == theme.id) for theme in framework.themes]
        for group in of:
            for strong, weak in permutations(group[:MOST], 2):
                pairs += 1
                if entry_implied(weak, strong):  # type: ignore[arg-type]
                    followed += 1
                    assert implies(strong, weak, known), f"{folder.name}: {weak.id} of {strong.id}"
    assert pairs > 1000
    assert followed > (15 if sort == "rules" else 5)
