"""What was tried and did not show something proves nothing of what is asked later."""

import shutil
from pathlib import Path

import pytest

from inspector import framework as frameworks

z3 = pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
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


RULES = """
- id: seven-stood
  theme: readers
  when:
    a0: {signal: trajectory, call: no-change}
%s  conclude: {standing: stated}
  says: Seven stood still.
- id: seven-stood-and-nothing-else
  theme: readers
  when: {stood: {finding: seven-stood}}
  conclude: {standing: stated}
  says: Seven stood still, and nothing else.
"""


def test_of_a_rule_that_reads_what_another_found_that_is_not_asked_about_nothing_is_told(tmp_path: Path) -> None:
    from inspector.workbench.theory import dead
    from inspector.workbench.theory.clock import Clock
    from inspector.workbench.theory.prove import begun

    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    shutil.rmtree(folder / "tests")
    more = "".join(f'    a{n}: {{signal: trajectory, indicator: "!= $a{n - 1}.indicator"}}\n' for n in range(1, 7))
    (folder / "rules" / "more.yaml").write_text(RULES % more, encoding="utf-8")
    asking = begun(frameworks.read(folder), folder, Clock(60))
    asking.search._check = lambda _: z3.unsat  # type: ignore[method-assign]
    said = dead.dead(asking)
    assert set(said.untold) == {"seven-stood", "seven-stood-and-nothing-else"}
    assert {claim.of for claim in said.claims}.isdisjoint([(name,) for name in said.untold])
