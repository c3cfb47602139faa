"""What gaming moves leave behind is what the probes they name ask about, and honest authorities leave no such thing."""

from pathlib import Path

import pytest

from inspector import probes
from inspector.bundle import read_bundle
from inspector.model.evidence import Evidence
from inspector.simulate import logs, moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import authority
from inspector.simulate.draws import stream
from inspector.simulate.words import aim, lesson, prediction
from inspector.simulate.writing import write
from inspector.stats.copies import copies

ASKS = ("question", "strong-question")
RARE = ("claimed-outcomes",)
"""Moves whose probe seldom has data enough."""
PLAYED = [(id, probe) for id in moves.ids() if id not in RARE for probe in moves.seen_by(id)[:1]]
CONDUCT = {
    "output-distortion": "still",
    "bulk-log": "plans",
    "last-minute-log": "young-stream",
    "paper-cycles": "plans",
    "trivial-improvements": "plans",
}


def evidence(one: Authority, folder: Path) -> Evidence:
    write(one, folder)
    found = read_bundle(folder).evidence
    assert found is not None
    return found


@pytest.mark.parametrize(("id", "probe"), PLAYED)
def test_the_probe_that_a_move_names_first_asks_at_a_full_dose_and_not_of_the_honest_twin(
    id: str, probe: str, tmp_path: Path
) -> None:
    one = authority("seen", CONDUCT.get(id, "stream"))
    for name, twin, asks in (("honest", one, False), ("gamed", moves.play(one, id, 1.0), True)):
        traces = probes.load(probe).examine(evidence(twin, tmp_path / name))
        assert any(trace.outcome in ASKS for trace in traces) is asks, [trace.says for trace in traces]


def test_moves_name_probes_that_there_are() -> None:
    assert {probe for id in moves.ids() for probe in moves.seen_by(id)} <= set(probes.ids())
    assert any(not moves.seen_by(id) for id in moves.ids())
    with pytest.raises(KeyError):
        moves.seen_by("nonsense")


def test_a_move_that_no_probe_can_see_says_so() -> None:
    for id in moves.ids():
        assert bool(moves.seen_by(id)) or any(said in moves.says(id) for said in ("Nothing", "no probe"))
        assert all(f"`{probe}`" in moves.says(id) for probe in moves.seen_by(id)[:1])


@pytest.mark.parametrize("seed", range(4))
def test_an_honest_log_of_three_hundred_entries_has_few_alike(seed: int) -> None:
    draw = stream("texts", seed)
    texts = ["\n".join((aim(draw), prediction(draw), lesson(draw))) for _ in range(300)]
    found = copies(texts, [str(place) for place in range(300)])
    assert found.near == ()
    assert found.same == ()
    assert not [pair for pair in found.pairs if pair.shared >= 0.7]


def test_honest_logs_and_participation_agree() -> None:
    one = authority("agree", "stream")
    took = {(row["period_start"], row["team"], row["role"]): row["contributors"] for row in one.participation}
    for row in one.log:
        quarter = row["raised_on"].replace(day=1, month=3 * ((row["raised_on"].month - 1) // 3) + 1)
        assert took.get((quarter, row["team"], row["raised_by_role"]), 1) >= 1
    nobody = [{**row, "contributors": 0} for row in one.participation]
    again = logs.agreed(one.start, nobody, one.log)
    assert 0 < sum(row["contributors"] for row in again) < len(again)


def test_what_is_moved_in_time_is_moved_in_the_figures_too() -> None:
    one = authority("time", "still")
    for id in ("deadline-moves", "deadline-week", "capped-counts", "heaped-figures"):
        gamed = moves.play(one, id, 1.0)
        assert sum(row["count"] for row in gamed.durations) == sum(row["count"] for row in one.durations)
        assert in_time(gamed) > in_time(one)
        assert [r for r in gamed.figures if r["indicator"] == "home-again"] == [
            r for r in one.figures if r["indicator"] == "home-again"
        ]


def in_time(one: Authority) -> int:
    return sum(row["numerator"] for row in one.figures if row["indicator"] == "assessments-in-time")
