"""Names of levels that nobody has are refused; what a signal has is none, whatever it is called."""

from pathlib import Path

import pytest

from inspector.lints.compliance_question import examine
from tests.lints.framework_of import loaded, written


@pytest.mark.parametrize("field", ["rating", "target_met", "percentage", "current_level"])
def test_a_field_that_is_a_level(field: str, tmp_path: Path) -> None:
    framework, _, vocabulary = loaded(written(tmp_path, {"when": {"move": {"signal": "trajectory", field: ">= 1"}}}))
    assert [problem.message for problem in examine(framework, vocabulary)] == [f"{field} is a level, not a change"]


def test_a_signal_that_is_a_level(tmp_path: Path) -> None:
    framework, _, vocabulary = loaded(written(tmp_path, {"when": {"rated": {"signal": "inspection-rating"}}}))
    assert [problem.message for problem in examine(framework, vocabulary)] == [
        "signal/inspection-rating is a level, not a change"
    ]
