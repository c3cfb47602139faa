"""What was tried and did not show something proves nothing of what is asked later."""

from pathlib import Path

import pytest

from inspector import framework as frameworks

pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
TINY = Path(__file__).parents[2] / "frameworks" / "tiny"


def test_what_no_case_was_found_for_is_still_possible() -> None:
    from inspector.workbench.theory.clock import Clock
    from inspector.workbench.theory.prove import begun
    from inspector.workbench.theory.witness import Side

    asking = begun(frameworks.read(TINY), TINY, Clock(60))
    goal, side = [asking.asked.hit["none"]], Side(asking.framework, 0, "none")
    assert asking.search.find(goal, [side], lambda _: False).status == "not-shown"
    assert asking.search.possible(*goal) is None
    assert asking.search.find(goal, [side], lambda outcomes: outcomes[0].row == "none").status == "shown"
