"""`framework calibrate`: how often rules fire is counted right, what a cheat buys is proved by twins, the rest is said."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evidence.make_schemas import schema
from inspector import framework as frameworks
from inspector.batch.task import Failed
from inspector.cli import _run
from inspector.cli.framework._simulated import Judged, Service, outcomes
from inspector.inspection import work
from inspector.model.characteristics import Bought, Witness
from inspector.model.rules import Framework
from inspector.report.workbench.calibration import render
from inspector.simulate import moves
from inspector.simulate.conduct import CONDUCTS, EVERY
from inspector.workbench.calibrating import plan
from inspector.workbench.calibrating.characteristics import Seen, characteristics
from inspector.workbench.calibrating.intervals import rate, shift
from inspector.workbench.calibrating.together import promising

ROOT = Path(__file__).parents[3]
TINY = ROOT / "tests" / "frameworks" / "tiny"
Capture = pytest.CaptureFixture[str]
RULES = """
- id: promises-kept
  theme: trying
  cites: [own]
  when:
    kept: {signal: commitments-kept, of: all, due: ">= 2", kept_share: ">= 0.75"}
  conclude: {standing: doing, direction: better}
  says: "{kept.kept} of {kept.due} promises were kept."
  ask: ["Which of them did a family notice?"]
- id: promises-broken
  theme: trying
  cites: [own]
  when:
    kept: {signal: commitments-kept, of: all, unkept: ">= 3"}
  conclude: {limit: stated, direction: worse}
  says: "{kept.unkept} of {kept.due} promises were not kept."
  ask: ["What came between?"]
- id: easier-to-shape
  theme: trying
  cites: [own]
  when:
    hard: {signal: harder-to-shape, easier: ">= 1"}
  conclude: {direction: worse}
  says: "{hard.easier} measures became easier to shape."
  ask: ["Why was that?"]
- id: thousands-answered
  theme: readers
  cites: [own]
  when:
    voice: {signal: voice-answered, group: all, said: ">= 5000", changed_share: ">= 0.99"}
  conclude: {standing: doing}
  says: "{voice.said} things were said."
  ask: ["Who counted them?"]
"""


@pytest.fixture(scope="module")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small framework and four rules: one can be bought, one silenced, one has no evidence, and one nobody meets."""
    import shutil

    place = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("framework") / "promises"))
    (place / "rules" / "promises.yaml").write_text(RULES, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def made(framework: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command writes of it, of one service of each group and a move that can do something and one that cannot."""
    out = tmp_path_factory.mktemp("made") / "made.json"
    words = ["--authorities", "1", "--seed", "2", "--months", "12", "--jobs", "1"]
    words += ["--move", "promises-closed", "--move", "hours-made-up"]
    assert _run(["framework", "calibrate", str(framework), *words, "--format", "json", "-o", str(out)]) == 0
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def test_a_move_that_nothing_reads_buys_nothing_and_what_never_fires_or_cannot_is_told(made: dict[str, Any]) -> None:
    jsonschema.validate(made, schema("framework-calibration"))
    assert [one["name"] for one in made["groups"]] == [*(one.name for one in plan.GROUPS), "gamed"]
    assert [one["services"] for one in made["groups"]] == [1, 1, 1, 1, 1, 8]
    assert made["pairs"] == 4
    assert made["failed"] == []
    assert {one["move"] for sort in ("bought", "silenced", "better_verdicts") for one in made[sort]} <= {
        "promises-closed"
    }
    # Of the one pair that there is one move does nothing, so that both together do what the other does.
    assert (made["pairs_of_moves"], made["pairs_of_moves_left"], made["together"]) == (1, 0, [])
    assert any("1 of the 1 pairs of moves" in one for one in made["cannot_tell"])
    never = {one["rule"] for one in made["remarks"] if one["sort"] == "never-fires"}
    assert "thousands-answered" in never
    assert not {"easier-to-shape", "promises-kept"} & never
    (said,) = [one for one in made["cannot_tell"] if one.startswith("easier-to-shape")]
    assert "signal/harder-to-shape" in said


def test_a_rule_that_a_cheat_can_buy_is_named_with_twins_that_prove_it(
    made: dict[str, Any], framework: Path, tmp_path: Path, capsys: Capture
) -> None:
    """The twins are made again by `inspector simulate` and judged the whole way: it fires in the one and not in the other."""
    (one,) = [each for each in made["bought"] if each["what"] == "promises-kept"]
    assert one["move"] == "promises-closed"
    assert one["turned"] >= 1
    assert one["gamed"]["count"] - one["honest"]["count"] == one["turned"] - one["back"]
    assert one["shift"]["by"] == pytest.approx((one["turned"] - one["back"]) / one["gamed"]["of"], abs=1e-6)
    how = one["witness"]
    words = ["--all-kinds", "--conduct", how["conduct"], "--seed", how["seed"], "--months", str(how["months"])]
    words += ["--authorities", str(how["number"])]
    fired = {}
    for name, more in (("honest", []), ("gamed", ["--game", f"{how['move']}:1"])):
        assert _run(["simulate", str(tmp_path / name), *words, *more]) == 0
        found = work(tmp_path / name / f"authority-{how['number']:04}", framework, despite_problems=True).inspection
        fired[name] = {finding.rule for finding in found.findings}
    capsys.readouterr()
    assert "promises-kept" in fired["gamed"] - fired["honest"]


def test_processes_beside_find_the_same_and_a_service_that_cannot_be_judged_is_told(framework: Path) -> None:
    wanted = plan.honest(1, "2", 12)[2:4]
    services = [Service(one.name, str(framework), one) for one in wanted]
    alone = sorted(outcomes(services, 1), key=lambda one: one.name)
    assert sorted(outcomes(services, 2), key=lambda one: one.name) == alone
    (failed,) = outcomes([services[0]._replace(framework="nothing-here")], 1)
    assert isinstance(failed, Failed)
    assert "nothing-here" in failed.says[0]


@pytest.mark.parametrize(("words", "told"), [
    (["--move", "promises-clsoed"], "Did you mean 'promises-closed'"), (["--authorities", "0"], "authorities"),
    (["--months", "11"], "months"),
])  # fmt: skip
def test_what_cannot_be_asked(words: list[str], told: str, framework: Path, capsys: Capture) -> None:
    assert _run(["framework", "calibrate", str(framework), *words]) == 2
    assert told in capsys.readouterr().err


def seen(name: str, *rules: str, verdict: str = "static") -> Seen:
    return Seen(name, frozenset(rules), verdict, "row", frozenset({"signal/commitments-kept", "signal/voice-answered"}))


def told(framework: Path, fires: dict[str, tuple[str, ...]], verdicts: dict[str, str]) -> Any:
    """Characteristics of services whose rules and verdicts are made up, by group, and by move for the gamed."""
    read: Framework = frameworks.read(framework)
    honest = plan.honest(20, "s", 12)
    gamed, more = plan.gamed(20, "s", 12, ("a-move",))
    found = {one.name: seen(one.name, *fires[one.group], verdict=verdicts[one.group]) for one in honest}
    found |= {one.name: seen(one.name, *fires["still"], verdict="static") for one in more}
    found |= {one.name: seen(one.name, *fires["gamed"], verdict=verdicts["gamed"]) for one in gamed}
    return characteristics(read, [*honest, *more, *gamed], found, ("a-move",))


STILL = {one.name: "static" for one in plan.GROUPS} | {"gamed": "static"}


def test_what_fires_for_all_or_the_wrong_way_round_is_told(framework: Path) -> None:
    fires: dict[str, tuple[str, ...]] = {one.name: ("promises-broken",) for one in plan.GROUPS} | {"gamed": ()}
    found = told(framework, fires, STILL)
    assert ("promises-broken", "fires-for-all") in {(one.rule, one.sort) for one in found.remarks}
    wrong: dict[str, tuple[str, ...]] = dict(fires) | {"improving": ("promises-broken",), "declining": ()}
    remarks = {(one.rule, one.sort) for one in told(framework, wrong, STILL).remarks}
    assert ("promises-broken", "turned-round") in remarks
    wrong = {one.name: () for one in plan.GROUPS} | {"declining": ("promises-kept",), "gamed": ()}
    remarks = {(one.rule, one.sort) for one in told(framework, wrong, STILL).remarks}
    assert ("promises-kept", "turned-round") in remarks


def test_a_silenced_rule_and_a_bought_verdict_are_told(framework: Path) -> None:
    fires: dict[str, tuple[str, ...]] = {one.name: ("promises-broken",) for one in plan.GROUPS} | {"gamed": ()}
    found = told(framework, fires, STILL | {"gamed": "improving"})
    (silenced,) = found.silenced
    assert (silenced.what, silenced.turned, silenced.back, silenced.gamed.hits) == ("promises-broken", 4, 0, 0)
    (better,) = found.better
    assert (better.what, better.turned, better.honest.hits, better.gamed.hits) == ("static to improving", 4, 0, 4)
    text = render(found, "text")
    assert "VERDICTS THAT A MOVE MAKES BETTER" in text
    assert "static to improving, by a-move: from 0 to 4 of 4" in " ".join(text.split())


def test_every_conduct_is_in_a_group_and_every_twin_is_judged() -> None:
    grouped = [conduct for one in plan.GROUPS for conduct in one.conducts]
    assert sorted(grouped) == sorted(EVERY)
    assert set(plan.PLAYED) <= set(CONDUCTS)
    for authorities in (1, 7, 40):
        every = (*moves.ids(), *moves.of_records())
        honest = plan.honest(authorities, "1", 36)
        gamed, more = plan.gamed(authorities, "1", 36, every)
        names = [one.name for one in (*honest, *more, *gamed)]
        assert len(names) == len(set(names))
        assert {one.twin for one in gamed} <= set(names)
        assert {one.move for one in gamed} == set(every)
        twins = {one.name: one for one in (*honest, *more)}
        assert all((one.conduct, one.seed) == (twins[one.twin].conduct, twins[one.twin].seed) for one in gamed)


def test_what_two_moves_do_and_neither_alone_is_told_of_both(framework: Path) -> None:
    """A rule that fires with both, one that the first buys already, and a verdict that neither move makes better."""
    read: Framework = frameworks.read(framework)
    every = ("a-move", "b-move", "a-move+b-move")
    honest = plan.honest(1, "s", 12)
    gamed, more = plan.gamed(1, "s", 12, every)
    rules = {"a-move": ["promises-kept"], "b-move": [], "a-move+b-move": ["promises-kept", "somebody-tried"]}
    found = {one.name: seen(one.name) for one in (*honest, *more)}
    for one in gamed:
        verdict = "improving" if one.move == every[2] else "static"
        found[one.name] = seen(one.name, *rules[one.move], verdict=verdict)
    told = characteristics(read, [*honest, *more, *gamed], found, every[:2], (), every[2:], 5)
    assert [(one.sort, one.what, one.turned) for one in told.together] == [
        ("verdict", "static to improving", 4),
        ("bought", "somebody-tried", 4),
    ]
    assert {(one.what, one.move) for one in told.bought} == {("promises-kept", "a-move")}
    # Twins on which two moves were played are in no rate.
    assert told.groups[-1].services == 8
    assert told.better == ()
    text = " ".join(render(told, "text").split())
    assert "1 pair of moves, those first whose moves do the most by themselves. 5 other pairs were not played" in text
    assert "buy somebody-tried, by a-move and b-move: from 0 to 4 of 4" in text
    assert "1 of the 6 pairs of moves. The pairs that were not played, or three together, may buy more." in text


def test_pairs_whose_moves_do_the_most_are_played_first() -> None:
    def does(move: str, *what: str) -> list[Bought]:
        none = rate(0, 4)
        how = Witness("still", "s", 1, 12, move)
        return [
            Bought(
                sort="bought", what=one, move=move, honest=none, gamed=none, shift=shift(1, 0, 4), turned=1, back=0,
                witness=how,
            )
            for one in what
        ]  # fmt: skip

    moved = [*does("a", "x"), *does("b", "x"), *does("c", "y", "z")]
    assert promising("abcd", moved, 3) == (("a+c", "b+c", "a+b"), 3)
    assert promising("abcd", moved, 6)[0][3:] == ("c+d", "a+d", "b+d")
    assert promising("abcd", moved, 0) == ((), 6)
    assert promising("a", moved, 3) == ((), 0)


def test_two_moves_are_played_one_after_the_other(framework: Path, tmp_path: Path, capsys: Capture) -> None:
    """What the worker judges is what `inspector simulate` writes with both moves."""
    wanted = plan.honest(1, "2", 12)[3]._replace(move="promises-closed+hours-made-up")
    (found,) = outcomes([Service("one", str(framework), wanted)], 1)
    assert isinstance(found, Judged)
    words = ["--all-kinds", "--conduct", wanted.conduct, "--seed", "2", "--months", "12", "--authorities", "1"]
    words += ["--game", "promises-closed:1", "--game", "hours-made-up:1"]
    assert _run(["simulate", str(tmp_path / "one"), *words]) == 0
    capsys.readouterr()
    made = work(tmp_path / "one" / "authority-0001", framework, despite_problems=True).inspection
    assert found.seen is not None
    assert found.seen.rules == {finding.rule for finding in made.findings if not finding.withdrawn}
