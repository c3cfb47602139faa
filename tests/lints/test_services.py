"""Frameworks of other services, written without a look at any lint: lints of logic, of numbers and of rewards let them be."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import lints
from tests.lints.framework_of import loaded, written

SERVICES = yaml.safe_load((Path(__file__).parent / "services.yaml").read_text(encoding="utf-8"))
FAMILIES = {"ladder", "incentives", "direction", "themes", "logic", "units", "structure"}
HELD = [id for id in lints.ids() if getattr(lints.load(id), "FAMILY", "") in FAMILIES and id != "unknown-indicator"]


@pytest.mark.parametrize("service", SERVICES, ids=[one["name"] for one in SERVICES])
def test_nothing_is_said_of_a_framework_that_means_well(service: dict[str, Any], tmp_path: Path) -> None:
    framework, _, vocabulary = loaded(written(tmp_path, service))
    assert [str(problem) for id in HELD for problem in lints.load(id).examine(framework, vocabulary)] == []


def test_there_are_enough_lints_to_let_them_be() -> None:
    assert len(HELD) >= 45
