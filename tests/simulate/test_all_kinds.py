"""Records of every kind: valid, agreeing with one another and with the schemas, honest in the way that is said, and gamed."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.simulate import moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import CONDUCTS, EVERY, authority
from inspector.simulate.records import ways
from inspector.simulate.records.all_kinds import WRITERS, all_kinds
from inspector.simulate.writing import PARTNERS, rows_of, write
from tests.simulate.test_simulate import files

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "evidence" / "schemas"
Capture = pytest.CaptureFixture[str]
KINDS = {
    "case-reviews", "recommendations", "leadership", "partnership", "voice", "self-evaluation", "improvement-log",
    "participation", "indicators", "indicator-register", "durations", "verifications",
}  # fmt: skip
ON_LOG = {"handing-on-made-up", "failures-deleted"}


def whole(conduct: str = "programme-that-held", seed: str = "s", months: int = 24) -> Authority:
    return all_kinds(authority(seed, conduct, months))


@pytest.mark.parametrize("conduct", EVERY)
def test_every_conduct_makes_a_valid_bundle_of_every_kind(conduct: str, tmp_path: Path) -> None:
    write(whole(conduct), tmp_path / "one")
    found = read_bundle(tmp_path / "one")
    assert found.problems == ()
    assert found.evidence is not None
    there = {one.kind for one in found.evidence.resources}
    without = {"participation"} if '"nobody-counts"' in (tmp_path / "one.truth.json").read_text() else set()
    if not any(row for row in rows_of(authority("s", conduct, 24)).get("improvement-log", ())):
        without |= {"improvement-log"}
    assert there == KINDS - without


@pytest.mark.parametrize("months", [6, 13])
def test_short_times_are_valid_too(months: int, tmp_path: Path) -> None:
    for conduct in ("stream", "still", "burst"):
        write(whole(conduct, months=months), tmp_path / conduct)
        assert read_bundle(tmp_path / conduct).problems == ()


def schema_of(kind: str) -> Draft202012Validator:
    name = {PARTNERS: "partnership"}.get(kind, kind)
    return Draft202012Validator(
        json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")), format_checker=FormatChecker()
    )


def as_json(row: dict[str, Any]) -> dict[str, Any]:
    told = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
    return {key: value.replace("+00:00", "Z") if key == "recorded_at" else value for key, value in told.items()
            if value is not None}  # fmt: skip


@pytest.mark.parametrize("conduct", ["stream", "busy-decline", "burst"])
def test_every_row_obeys_the_schema_of_its_kind(conduct: str) -> None:
    one = whole(conduct)
    for id in moves.of_records():
        one = moves.play(one, id, 0.5)
    for kind, rows in rows_of(one).items():
        validator = schema_of(kind)
        for row in rows:
            assert [error.message for error in validator.iter_errors(as_json(row))] == [], (kind, row)


def test_the_same_seed_gives_the_same_bytes_and_another_others(tmp_path: Path, capsys: Capture) -> None:
    words = ["--all-kinds", "--authorities", "2", "--months", "18", "--game", "voices-made-up:0.5"]
    for name, seed in (("a", "7"), ("b", "7"), ("c", "8")):
        assert _run(["simulate", str(tmp_path / name), "--seed", seed, *words]) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b") != files(tmp_path / "c")
    assert "Wrote 2 authorities" in capsys.readouterr().out
    assert "voice.csv" in {path.split("/")[-1] for path in files(tmp_path / "a")}


def test_figures_and_truth_are_those_that_stood_there_without_the_records() -> None:
    bare = authority("s", "stream", 24)
    one = all_kinds(bare)
    assert bare.records == {}
    assert one.figures == bare.figures
    assert one.truth["indicators"] == bare.truth["indicators"]
    assert set(one.truth["ways"]) == set(ways.KINDS)
    assert rows_of(bare).keys() == rows_of(replace(one, records={})).keys()


def test_every_way_is_one_that_there_is_and_some_conduct_goes() -> None:
    from inspector.simulate.records import (
        leadership,
        log,
        partnership,
        recommendations,
        register,
        reviews,
        self_evaluation,
        taking_part,
        voice,
    )

    there = dict(zip(ways.KINDS, (register, log, taking_part, reviews, recommendations, leadership, partnership, voice,
                                  self_evaluation), strict=True))  # fmt: skip
    assert set(ways.WAYS) == set(EVERY)
    for kind, module in there.items():
        assert {way for conduct in ways.WAYS.values() for way in conduct[kind]} == set(module.WAYS), kind
    assert set(WRITERS) <= set(ways.KINDS)


@pytest.mark.parametrize("conduct", ["stream", "still", "plans", "decline", "busy-decline"])
def test_nothing_is_dated_after_the_submission_and_what_follows_comes_after(conduct: str) -> None:
    one = whole(conduct, "dates", 36)
    for kind, rows in one.records.items():
        for row in rows:
            days = [
                day for name, day in row.items() if isinstance(day, date) and not name.startswith(("due", "period"))
            ]
            assert all(day <= one.submitted_at for day in days), (kind, row)
    made = {row["id"]: row for row in one.records["recommendations"]}
    for action in one.records["recommendation-actions"]:
        assert action.get("done_on", date.max) > made[action["recommendation"]]["made_on"]
    reviews = {row["id"]: row for row in one.records["case-reviews"]}
    for factor in one.records.get("case-review-factors", ()):
        assert factor.get("tracked_since", date.max) >= reviews[factor["review"]]["reviewed_on"]


TOLD: dict[str, Callable[[Authority], bool]] = {
    "reviews-alike": lambda one: all(row["approach"] == "systems" for row in one.records["case-reviews"]),
    "conditions-followed": lambda one: len(one.records["case-review-factors"]) == 10 * len(one.records["case-reviews"]),
    "recommendations-closed": lambda one: (
        {row["recommendation"] for row in one.records["recommendation-actions"] if "done_on" in row}
        == {row["id"] for row in one.records["recommendations"]}
    ),
    "effects-claimed": lambda one: all("indicator" in row for row in one.records["recommendations"]),
    "hours-made-up": lambda one: all(row["hours_overseeing"] > 0 for row in one.records["leadership"]),
    "answers-written-overnight": lambda one: all("acted_on" in row for row in one.records["leadership-questions"]),
    "promises-closed": lambda one: all("met_on" in row for row in one.records["partnership"]),
    "easy-promises": lambda one: len(one.records["partnership"]) > 16,
    "partner-words-written": lambda one: all(row["partner_says"] == "kept" for row in one.records["partnership"]),
    "voices-made-up": lambda one: sum("told_back_on" in row for row in one.records["voice"]) >= 32,
    "claims-for-all": lambda one: (
        {row["indicator"] for row in one.records["self-evaluation-claims"] if "indicator" in row}
        == {row["indicator"] for row in one.register}
    ),
    "claims-fitted": lambda one: all(
        (row["direction"] == "unchanged") == (one.truth["indicators"][row["indicator"]]["onset"] is None)
        for row in one.records["self-evaluation-claims"]
    ),
    "handing-on-made-up": lambda one: any("spread_to" in row for row in one.log),
    "failures-deleted": lambda one: all(row.get("decision") != "abandon" for row in one.log),
}


@pytest.mark.parametrize("id", moves.of_records())
def test_a_move_does_what_it_says_and_keeps_the_bundle_valid(id: str, tmp_path: Path) -> None:
    honest = whole("young-stream" if id in ON_LOG else "programme-that-held")
    gamed = moves.play(honest, id, 1.0)
    assert TOLD[id](gamed)
    assert moves.play(honest, id, 0.0) is honest
    assert rows_of(gamed) == rows_of(moves.play(honest, id, 1.0)) != rows_of(honest)
    assert gamed.truth == {**honest.truth, "games": [{"move": id, "dose": 1.0}]}
    assert gamed.figures == honest.figures
    assert gamed.verifications == honest.verifications
    assert "Dose:" in moves.says(id)
    assert bool(moves.seen_by(id)) or "Nothing" in moves.says(id)
    write(gamed, tmp_path / "one")
    assert read_bundle(tmp_path / "one").problems == ()


def test_every_move_is_tried_and_none_counts_among_those_on_figures() -> None:
    assert set(TOLD) == set(moves.of_records())
    assert not set(moves.of_records()) & set(moves.ids())
    assert "records" not in moves.ids()


@pytest.mark.parametrize(("words", "told"), [
    (["--game", "voices-made-up"], "--all-kinds"),
    (["--all-kinds", "--submissions", "3"], "--all-kinds is not for --submissions"),
    (["--all-kinds", "--case-lists"], "--all-kinds is not for --case-lists"),
    (["--all-kinds", "--game", "voice-made-up"], "Did you mean 'voices-made-up'"),
    (["--all-kinds", "--conduct", "deadline-frist"], "Did you mean 'deadline-first'"),
])  # fmt: skip
def test_what_does_not_go_together_is_said(words: list[str], told: str, tmp_path: Path, capsys: Capture) -> None:
    assert _run(["simulate", str(tmp_path / "out"), *words]) == 2
    assert told in capsys.readouterr().err


def test_mixed_takes_every_conduct_in_turn_with_all_kinds(tmp_path: Path, capsys: Capture) -> None:
    assert len(EVERY) > len(CONDUCTS)
    count = str(len(EVERY))
    assert _run(["simulate", str(tmp_path / "out"), "--all-kinds", "--authorities", count, "--months", "6"]) == 0
    truths = [json.loads(path.read_text()) for path in sorted((tmp_path / "out").glob("*.truth.json"))]
    assert [one["conduct"] for one in truths] == sorted(EVERY)
    capsys.readouterr()
    assert _run(["simulate", "--list"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in (*EVERY, *moves.of_records()))


@pytest.mark.parametrize("move", moves.ids())
def test_every_move_can_be_played_where_the_register_says_no_sorts(move: str) -> None:
    one = next(found for number in range(20) if _says_no_sorts(found := whole("luck", f"s{number}", 12)))
    moves.play(one, move, 1.0)


def test_what_is_lifted_late_is_known_where_the_register_says_no_sorts() -> None:
    one = next(found for number in range(20) if _says_no_sorts(found := whole("luck", f"s{number}", 12)))
    assert moves.play(one, "late-gain", 1.0).figures != one.figures


def _says_no_sorts(one: Authority) -> bool:
    return not any("measure" in row for row in one.register)
