"""`inspector visit plan` and `next` as an inspector runs them: what is written, what is refused, and that then nothing is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector import arguing
from inspector.cli import _run
from inspector.model.visits import Margin, Margins
from inspector.proof import folder
from tests import inspected
from tests.conftest import EXAMPLES

BUNDLE = str(EXAMPLES / "quiet-improver")
DICE = "dice: 4 1 6 2 3 5 1 6 6 2 5 2 2 1 4 3 6 1 2 5"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """The command line, told what the verdict hangs on: to work that out takes long, and is tested elsewhere."""
    inspected.kept(monkeypatch)
    log = Margin(evidence="improvement-log", unit="row", rows=41, of=0, how="greedy", together=40)
    told = Margins(verdict="improving", pieces=(log, log.model_copy(update={"evidence": "voice", "together": None})))
    monkeypatch.setattr(arguing, "margins", lambda *_, **__: told)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    monkeypatch.chdir(tmp_path)

    def runs(*words: str) -> tuple[int, str]:
        code = _run([*words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return runs


def test_a_visit_is_planned_and_then_drawn(run: Run, tmp_path: Path) -> None:
    code, said = run("visit", "plan", BUNDLE, "-o", "v", "--hours", "8")
    assert code == 0, said
    visit = folder.load(tmp_path / "v")
    assert visit.plan.seal in said
    assert "no claim can be made" in said
    assert visit.plan.planned_on == "2026-11-26"
    assert (tmp_path / "v" / "sheets" / "questions").is_dir()
    assert run("visit", "next", "v")[0] == 2
    code, said = run("visit", "next", "v", "--seed", DICE)
    assert code == 0, said
    drawn = folder.load(tmp_path / "v").rounds
    assert drawn[0].after == visit.plan.seal
    assert drawn[0].seal in said
    assert len(drawn[0].rows) == visit.plan.claims[0].sample
    code, said = run("visit", "next", "v", "--seed", "dice: 1 1 2 5 6 3 2 4 4 1 6")
    assert (code, "not recorded yet" in said) == (2, True)


def test_with_a_seed_the_first_round_is_drawn_at_once(run: Run, tmp_path: Path) -> None:
    code, said = run("visit", "plan", BUNDLE, "-o", "v", "--seed", DICE)
    assert (code, "Round 1 draws" in said) == (0, True)
    assert list((tmp_path / "v" / "sheets" / "round-1").iterdir())
    names = {path.name for path in (tmp_path / "v").iterdir()}
    assert names == {"plan.json", "frame.json", "round-1.json", "records", "sheets"}


def test_without_a_guarantee_everything_says_so(run: Run, tmp_path: Path) -> None:
    code, said = run("visit", "plan", BUNDLE, "-o", "v", "--seed", "Tuesday", "--without-guarantee")
    assert (code, said.count("WITHOUT GUARANTEE")) == (0, 2)
    assert json.loads((tmp_path / "v" / "plan.json").read_text(encoding="utf-8"))["guarantee"] is False
    assert folder.load(tmp_path / "v").guarantee is False
    assert "is proved by that" in " ".join(run("visit", "status", "v")[1].split())


def test_too_few_hours_draw_nothing_and_say_what_it_would_take(run: Run, tmp_path: Path) -> None:
    code, said = run("visit", "plan", BUNDLE, "-o", "v", "--rows", "3", "--seed", DICE)
    assert code == 0
    assert "Within 3 rows no claim can be settled." in said
    assert "Not reached: improvement-log, which needs" in said
    assert not folder.load(tmp_path / "v").rounds
    code, said = run("visit", "next", "v", "--seed", DICE)
    assert (code, "[visit-done]" in said) == (2, True)
    assert run("visit", "next", "v", "--seed", DICE, "--hours", "20")[0] == 0


REFUSED: list[tuple[list[str], str]] = [
    (["--seed", "dice: 4 1 6 2"], "[visit-seed]"),
    (["--seed", ""], "[visit-seed]"),
    (["--seed", "Dunnockshire"], "[visit-seed]"),
    (["--hours", "0"], "--hours"),
    (["--hours", "nan"], "--hours"),
    (["--rows", "0"], "--rows"),
    (["--confidence", "1"], "--confidence"),
    (["--confidence", "nan"], "--confidence"),
    (["--minutes", "row"], "--minutes"),
    (["--minutes", "day=3"], "--minutes"),
    (["--minutes", "row=0"], "--minutes"),
    (["--seed", DICE, "--other-visit", "nowhere"], "[no-such-visit]"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=lambda one: " ".join(one) if isinstance(one, list) else "")
def test_what_is_refused_writes_nothing(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    code, told = run("visit", "plan", BUNDLE, "-o", "v", *words)
    assert (code, said in told) == (2, True), told
    assert not list(tmp_path.iterdir())


def test_a_plan_is_never_written_over_nor_into_what_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    code, said = run("visit", "plan", BUNDLE, "-o", "v")
    assert (code, "is there already" in said) == (2, True)
    code, said = run("visit", "plan", BUNDLE, "-o", f"{BUNDLE}/v")
    assert (code, "which is read" in said) == (2, True)


def test_a_seed_of_another_visit_is_refused_where_that_is_named(run: Run) -> None:
    assert run("visit", "plan", BUNDLE, "-o", "one", "--seed", DICE)[0] == 0
    code, said = run("visit", "plan", BUNDLE, "-o", "two", "--seed", DICE.replace(" ", ""), "--other-visit", "one")
    assert (code, "another visit" in said) == (2, True)


@pytest.mark.parametrize("what", ["nothing", "file", "empty", "hostile"])
def test_what_is_no_visit_is_told(run: Run, tmp_path: Path, what: str) -> None:
    place = tmp_path / "v"
    made: dict[str, Callable[[], Any]] = {
        "nothing": lambda: None,
        "file": lambda: place.write_bytes(b"x"),
        "empty": place.mkdir,
        "hostile": lambda: (place.mkdir(), (place / "plan.json").write_bytes(b'{"version": "\\u001b[2J"}')),
    }
    made[what]()
    code, said = run("visit", "next", "v", "--seed", DICE)
    assert (code, "Traceback" in said, "\x1b" in said) == (2, False, False)
    assert "visit-" in said or "no-such-visit" in said
