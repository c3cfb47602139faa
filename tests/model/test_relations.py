"""Runs the cases of sums of fellow fields."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model import relations

CASES = yaml.safe_load((Path(__file__).parent / "relations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['sum']}, {case.get('fields')}") for case in CASES])
def test_a_sum(case: dict[str, Any]) -> None:
    if case.get("refused"):
        with pytest.raises(ValueError, match="not a sum of fellow fields"):
            relations.read(case["sum"])
        return
    found = relations.read(case["sum"])
    assert relations.worked_out(found, case["fields"]) == case["is"]
    assert relations.names(found) >= set(case["fields"])


def test_a_sum_of_any_depth_is_refused_and_not_followed_for_ever() -> None:
    with pytest.raises(ValueError, match="not a sum of fellow fields"):
        relations.read("(" * 5_000 + "said" + ")" * 5_000)
