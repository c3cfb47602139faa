"""A thousand rules, a clock that has run out, a stop in the middle of something, and a folder that is a link."""

import gc
import shutil
from pathlib import Path

import pytest

from inspector.cli import _run, inspector
from inspector.lints import _boxes
from inspector.workbench.check import check_one
from tests.workbench.counted_clock import Counted

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
RULE = """\
- id: r{n}
  theme: trying
  cites: [own]
  when: {{pace: {{signal: improvement-pace, scale: any, count: ">= {n}"}}}}
  conclude: {{standing: doing, direction: better}}
  says: "{{pace.count}} things were tried."
  ask: ["What was tried last?"]
"""


def test_what_a_pattern_leaves_is_worked_out_once_and_not_for_every_pair(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "rules" / "more.yaml").write_text("".join(RULE.format(n=n) for n in range(2, 42)), encoding="utf-8")
    _boxes._left.cache_clear()
    check_one(folder)
    # 40 rules make 780 pairs, each held against one another by several lints.
    assert _boxes._left.cache_info().hits > 5 * _boxes._left.cache_info().misses


def test_once_the_clock_has_run_out_the_solver_is_not_asked() -> None:
    pytest.importorskip("z3")
    from inspector import framework as frameworks
    from inspector.workbench.theory import pairs
    from inspector.workbench.theory.clock import Clock
    from inspector.workbench.theory.prove import begun

    now = [0.0]
    asking = begun(frameworks.named(str(TINY)), TINY, Clock(1, lambda: now[0]))
    now[0] = 1.0
    asked: list[object] = []
    asking.search._solver.check = lambda *goal: asked.append(goal)  # type: ignore[method-assign]
    assert asking.search.possible() == "unknown"
    said = [ask(asking) for ask in (pairs.implied, pairs.opposed)]
    assert not asked
    assert not any(one.claims for one in said)


def test_when_the_clock_runs_out_in_whatever_phase_no_more_is_asked_and_what_is_open_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("z3")
    from inspector import framework as frameworks
    from inspector.model.proofs import QUESTIONS
    from inspector.workbench.theory import search
    from inspector.workbench.theory.clock import Clock
    from inspector.workbench.theory.prove import prove

    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "rules" / "more.yaml").write_text("".join(RULE.format(n=n) for n in range(2, 42)), encoding="utf-8")
    framework = frameworks.named(str(folder))
    monkeypatch.setattr(search.Searcher, "_check", lambda self, _: search.z3.unknown if self._clock.left else None)
    untold = []
    # Before anything; in the world; in the rules; in the cases; in the search; in the pairs of rules.
    for seconds in (0, 3, 30, 57, 120, 1000):
        counted = Counted()
        found = prove(framework, folder, Clock(seconds, counted))
        assert [one.id for one in found.questions] == list(QUESTIONS)
        untold.append(sum(bool(one.untold) for one in found.questions))
        # Each rule is looked at a few times after the end, and no pair of rules is.
        assert counted.looks < seconds + 30 * len(framework.rules)
    assert untold[:3] == [len(QUESTIONS)] * 3
    assert untold == sorted(untold, reverse=True)


class _HalfMade:
    def __init__(self) -> None:
        raise KeyboardInterrupt

    def __del__(self) -> None:
        raise AttributeError("it was never whole")


def test_what_a_stop_leaves_half_made_is_taken_apart_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", told.append)
    monkeypatch.setattr(inspector, "invoke", lambda _: _HalfMade())
    assert _run(["framework", "list"]) == 2
    gc.collect()
    assert not told
    assert capsys.readouterr().err.strip() == "Stopped."


@pytest.mark.parametrize("name", ["rules", "tests"])
def test_a_folder_that_is_a_link_out_of_the_framework_is_not_followed(name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    shutil.move(folder / name, tmp_path / "outside")
    (folder / name).symlink_to(tmp_path / "outside")
    before = {path: path.read_bytes() for path in (tmp_path / "outside").iterdir()}
    assert "unreadable-file" in [problem.rule for problem in check_one(folder)]
    assert _run(["framework", "fmt", str(folder)]) == 2
    assert {path: path.read_bytes() for path in (tmp_path / "outside").iterdir()} == before
