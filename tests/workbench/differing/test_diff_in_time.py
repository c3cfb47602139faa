"""`framework diff` when the clock runs out: words are told whole, and what has no evidence for that is named."""

import shutil
from pathlib import Path

import pytest
import yaml

from inspector.cli import _run
from inspector.model.framework_changes import Change, Changes
from inspector.report.workbench.diff import text
from inspector.workbench.differing import finder
from inspector.workbench.differing.diff import diff
from inspector.workbench.sound import readied
from inspector.workbench.theory.clock import Clock, Unending
from tests.workbench.counted_clock import Counted

TINY = Path(__file__).parents[2] / "frameworks" / "tiny"
NEW = 12
RULE = """\
- id: r{n}
  theme: trying
  cites: [own]
  when: {{pace: {{signal: improvement-pace, scale: any, count: ">= {n}"}}}}
  conclude: {{standing: doing, direction: better}}
  says: "{{pace.count}} things were tried."
  ask: ["What was tried last?"]
"""


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """A framework, and the same with a bound that asks for more, another title, and a few new rules."""
    new = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    rules = new / "rules" / "rules.yaml"
    asked, more = 'scale: any, count: ">= 1"', 'scale: any, count: ">= 3"'
    old = rules.read_text(encoding="utf-8")
    assert asked in old
    rules.write_text(old.replace(asked, more, 1), encoding="utf-8")
    (new / "rules" / "more.yaml").write_text("".join(RULE.format(n=n) for n in range(2, 2 + NEW)), encoding="utf-8")
    return str(TINY), str(new)


def compared(two: tuple[str, str], clock: Clock) -> Changes:
    old, new = two
    return diff(readied(old), readied(new), clock)


def ways(change: Change) -> list[str]:
    """What is shown of it, by name: of the same question a solver may imagine something else the second time."""
    return [yaml.safe_load(one.case)[0]["name"] for one in change.shown]


def told(found: Changes) -> list[tuple[Change, list[str]]]:
    return [(one._replace(shown=()), ways(one)) for one in found.changes]


def test_in_whatever_phase_the_clock_runs_out_words_are_whole_and_what_is_late_is_named(two: tuple[str, str]) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    whole = compared(two, Unending())
    assert len(whole.changes) == NEW + 1
    assert not any(change.late for change in whole.changes)
    counted = Counted()
    assert told(compared(two, Clock(100_000, counted))) == told(whole)
    end = counted.looks
    late = []
    for seconds in (0, 3, 12, 20, 30, 45, end // 4, end // 2, end - 3):
        counted = Counted()
        found = compared(two, Clock(seconds, counted))
        late.append(sum(change.late for change in found.changes))
        assert [(one.sort, one.id, one.says[1:]) for one in found.changes] == [
            (one.sort, one.id, one.says[1:]) for one in whole.changes
        ]
        for one, full in zip(found.changes, whole.changes, strict=True):
            # What is there is what there would be, and what is not there is late.
            assert set(ways(one)) <= set(ways(full))
            assert one.late or (ways(one), one.differs) == (ways(full), full.differs)
        # After the end each difference is looked at a few times, and nothing else is begun.
        assert counted.looks < seconds + 8 * len(found.changes)
    assert late[0] == NEW + 1
    assert late == sorted(late, reverse=True)
    assert len(set(late)) > 3


def test_where_there_is_no_time_for_a_solver_their_own_cases_are_still_tried(
    two: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    now = [0.0]
    made = finder.Finder.ready

    def slow(self: finder.Finder) -> None:
        now[0] = 2.0
        made(self)

    with monkeypatch.context() as patched:
        patched.setattr(finder.Finder, "ready", slow)
        late = compared(two, Clock(1, lambda: now[0]))
    monkeypatch.setattr(finder.Finder, "_made", lambda *_: (False, None))
    alone = compared(two, Unending())
    assert late.solver
    assert not alone.solver
    assert [one.shown for one in late.changes] == [one.shown for one in alone.changes]
    assert any(one.shown for one in late.changes)
    assert [one.late for one in late.changes] == [not one.told or not one.shown for one in late.changes]
    assert not any(one.late for one in alone.changes)


def test_in_words_it_is_said_what_the_time_was_too_short_for(two: tuple[str, str]) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    said = " ".join(text(compared(two, Clock(0, lambda: 0.0))).split())
    assert said.count("No case of it: the time ran out before one was found.") == NEW + 1
    assert f"The time ran out: evidence of {NEW + 1} of {NEW + 1} differences was not looked for to the end." in said
    assert "it asks for count >= 3 of improvement-pace, where it asked for >= 1" in said
    assert "pip install" not in said
    assert "time ran out" not in text(compared(two, Unending()))


@pytest.mark.parametrize("seconds", ["0.9", "3601", "soon"])
def test_so_many_seconds_cannot_be_asked_for(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "diff", str(TINY), str(TINY), "--timeout", seconds]) == 2
    assert "--timeout" in capsys.readouterr().err
