"""The folder of a visit: for its owner alone, and whatever was altered in it is refused with the place and the reason."""

import json
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.inspection import Inspection
from inspector.model.problems import CannotComplete
from inspector.proof import folder
from inspector.proof.planning import draw
from inspector.proof.sealing import canonical, digest, frame_bytes, seal_of, sealed
from tests.proof import making

PLAN, FRAME, ROUND = "plan.json", "frame.json", "round-1.json"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return making.visit(tmp_path / "v").folder


def refusal(place: Path, *parts: str) -> str:
    with pytest.raises(CannotComplete) as refused:
        folder.load(place)
    said = str(refused.value)
    for part in parts:
        assert part in said
    return said


def changed(file: Path, change: Callable[[Any], Any]) -> None:
    """The file with one thing changed, and sealed anew where that does not need the plan's own seal."""
    file.write_text(json.dumps(change(json.loads(file.read_text(encoding="utf-8")))), encoding="utf-8")


def test_what_was_written_is_read_and_is_for_its_owner_alone(here: Path) -> None:
    visit = folder.load(here)
    assert len(visit.drawn) == 23
    assert visit.drawn_of("reviews-on-time") == tuple(visit.drawn)[:9]
    assert visit.guarantee
    if os.name != "nt":
        assert {stat.S_IMODE(one.stat().st_mode) for one in (here, here / "records", here / "sheets")} == {0o700}
        assert {stat.S_IMODE(one.stat().st_mode) for one in here.iterdir() if one.is_file()} == {0o600}


def test_a_frame_is_known_by_sha256sum_and_no_word_of_the_rows_is_in_the_folder(here: Path) -> None:
    data = (here / FRAME).read_bytes()
    assert digest(data) == folder.load(here).plan.frame_hash
    assert not re.search(rb"\d{4}-\d{2}-\d{2}|adopt|front-line", data)
    assert b'"40"' not in data


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("confidence", 0.9),
        ("verdict", "static"),
        ("hours", 4.0),
        ("policy", "gain"),
        ("bundle_digest", "sha256:00"),
        ("guarantee", False),
    ],
)
def test_an_altered_plan_is_refused(here: Path, field: str, value: object) -> None:
    changed(here / PLAN, lambda plan: {**plan, field: value})
    refusal(here, "plan.json", "[visit-altered]", "does not have the seal")


def test_a_plan_that_somebody_sealed_anew_does_not_fit_its_rounds(here: Path) -> None:
    visit = folder.load(here)
    claims = tuple(claim.model_copy(update={"fewer_than": 20}) for claim in visit.plan.claims)
    (here / PLAN).write_bytes(folder.laid_out(sealed(visit.plan.model_copy(update={"claims": claims}))))
    refusal(here, "round-1.json", "[visit-altered]", "does not follow what is there")


def test_an_altered_frame_is_refused(here: Path) -> None:
    (here / FRAME).write_bytes((here / FRAME).read_bytes().replace(b"T017", b"T018"))
    refusal(here, "frame.json", "[visit-altered]", "does not have the hash that the plan names")


def test_a_row_that_somebody_picked_is_refused(here: Path) -> None:
    visit = folder.load(here)
    rows = list(visit.rounds[0].rows)
    other = next(row.key for row in visit.frame if row.key not in rows and row.claim == "improvement-log")
    picked = sealed(visit.rounds[0].model_copy(update={"rows": (*rows[:-1], other)}))
    (here / ROUND).write_bytes(folder.laid_out(picked))
    refusal(here, "round-1.json", "not those that its seed draws")


@pytest.mark.parametrize("change", [{"seed": "1 2 3"}, {"rows": []}, {"guarantee": False}, {"number": 2}])
def test_an_altered_round_is_refused(here: Path, change: dict[str, Any]) -> None:
    changed(here / ROUND, lambda one: {**one, **change})
    refusal(here, "round-1.json", "[visit-altered]", "does not have the seal")


def test_a_seed_changed_and_sealed_anew_draws_other_rows(here: Path) -> None:
    visit = folder.load(here)
    (here / ROUND).write_bytes(folder.laid_out(sealed(visit.rounds[0].model_copy(update={"seed": "1 1 2"}))))
    refusal(here, "round-1.json", "not those that its seed draws")


def test_rounds_follow_one_another(here: Path) -> None:
    visit = folder.load(here)
    second = making.drawn(visit.plan, visit.frame, {"improvement-log": 4}, *visit.rounds, seed="5 5 2")
    visit = folder.add_round(visit, second)
    assert [one.number for one in visit.rounds] == [1, 2]
    assert not set(second.rows) & set(visit.rounds[0].rows)
    (here / ROUND).unlink()
    refusal(here, "round-2.json", "round 1 is not there")


def test_a_round_without_a_guarantee_takes_nothing_away_from_one_that_has_it(here: Path) -> None:
    weak = draw(folder.load(here), {"improvement-log": 100}, "Tuesday", guarantee=False)
    visit = folder.add_round(folder.load(here), weak)
    strong = draw(visit, {"improvement-log": 106}, "dice: 5 1 6 2 3 5 1 6 6 2")
    visit = folder.add_round(visit, strong)
    assert [one.guarantee for one in visit.rounds] == [True, False, True]
    first, *_ = visit.rounds
    assert (
        set(weak.rows)
        <= set(strong.rows)
        == {row.key for row in visit.frame if row.claim == "improvement-log"} - set(first.rows)
    )


def test_two_runs_cannot_both_draw_the_next_round(here: Path) -> None:
    visit = folder.load(here)
    one, other = (
        making.drawn(visit.plan, visit.frame, {"improvement-log": 4}, *visit.rounds, seed=seed)
        for seed in ("5 5 2", "6 6 3")
    )
    folder.add_round(visit, one)
    with pytest.raises(CannotComplete, match="another run drew a round meanwhile"):
        folder.add_round(visit, other)
    assert folder.load(here).rounds[-1].seed == "5 5 2"


@pytest.mark.parametrize("name", [PLAN, FRAME, ROUND])
def test_a_link_is_refused(here: Path, name: str) -> None:
    (here / name).rename(here / "elsewhere")
    (here / name).symlink_to(here / "elsewhere")
    refusal(here, name, "it is a link")


@pytest.mark.parametrize("name", [PLAN, FRAME])
def test_a_file_that_is_missing_or_a_folder_is_named(here: Path, name: str) -> None:
    (here / name).unlink()
    refusal(here, name, "[no-such-visit]")
    (here / name).mkdir()
    refusal(here, name, "it is a folder")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    refusal(tmp_path / "none", "there is no such folder", "inspector visit plan")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    refusal(tmp_path / "file", "it is a file")


def test_another_version_is_named_before_anything_else(here: Path) -> None:
    changed(here / PLAN, lambda plan: {**plan, "version": 2, "of_the_future": []})
    refusal(here, "[visit-version]", "of version 2", "reads 1")


@settings(max_examples=20)
@given(data=st.binary(max_size=60), name=st.sampled_from([PLAN, FRAME, ROUND]))
def test_whatever_bytes_lie_there_the_refusal_names_the_file(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    place = tmp_path_factory.mktemp("hostile") / "v"
    making.visit(place)
    (place / name).write_bytes(data)
    said = refusal(place, name)
    assert re.fullmatch(r"[\x20-\x7e–—“”‘’…]+", said), said


STRANGE = [
    ({"confidence": 1.5}, "no claim is held at 1.5"),
    ({"confidence": 0.0}, "no claim is held at 0"),
    ({"hours": -1.0}, "hours are out of bounds"),
    ({"most_rows": 0}, "rows are out of bounds"),
    ({"bundle_root": "f" * 5000}, "a hash in it is none"),
    ({"salt": "x"}, "a hash in it is none"),
]
STRANGE_CLAIM: list[dict[str, Any]] = [
    {"of": 0}, {"of": -3}, {"fewer_than": 0}, {"fewer_than": 25}, {"sample": 0}, {"sample": 25}, {"fixed": 10**30},
    {"minutes": 0}, {"minutes": 1441}, {"confidence": 0.9}, {"gain": -1}, {"noticed": 2.0},
    {"id": "../up"}, {"id": ""}, {"id": "improvement-log"}, {"evidence": "sha256:00"}, {"members": ("",)},
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), STRANGE)
def test_what_no_plan_can_say_is_refused_whoever_sealed_it(here: Path, change: dict[str, Any], said: str) -> None:
    plan = folder.load(here).plan
    claims = tuple(claim.model_copy(update={"confidence": change.get("confidence", 0.95)}) for claim in plan.claims)
    (here / PLAN).write_bytes(folder.laid_out(sealed(plan.model_copy(update={"claims": claims, **change}))))
    refusal(here, "plan.json", "[visit-altered]", said)


@pytest.mark.parametrize("change", STRANGE_CLAIM, ids=str)
def test_what_no_claim_can_say_is_refused_whoever_sealed_it(here: Path, change: dict[str, Any]) -> None:
    plan = folder.load(here).plan
    claims = (plan.claims[0].model_copy(update=change), *plan.claims[1:])
    (here / PLAN).write_bytes(folder.laid_out(sealed(plan.model_copy(update={"claims": claims}))))
    refusal(here, "plan.json", "[visit-altered]")


@pytest.mark.parametrize("key", ["../../x", "A", "", "a b", "\u202e"])
def test_a_key_that_could_name_another_place_is_refused(here: Path, key: str) -> None:
    visit = folder.load(here)
    rows = (visit.frame[0].model_copy(update={"key": key}), *visit.frame[1:])
    (here / FRAME).write_bytes(frame_bytes(rows))
    (here / PLAN).write_bytes(
        folder.laid_out(sealed(visit.plan.model_copy(update={"frame_hash": digest(frame_bytes(rows))})))
    )
    refusal(here, "frame.json", "small letters")


def test_what_was_found_in_a_file_is_not_repeated(here: Path) -> None:
    changed(here / ROUND, lambda one: {**one, "number": "Mrs Adeyemi"})
    assert "Adeyemi" not in refusal(here, "round-1.json", "at number")


def test_a_row_that_was_not_drawn_has_no_place_in_the_records(here: Path) -> None:
    visit = folder.load(here)
    key = next(row.key for row in visit.frame if row.key not in visit.drawn)
    assert visit.row(next(iter(visit.drawn))).claim == "reviews-on-time"
    for wrong, said in ((key, "was not drawn"), ("nothing", "has no row")):
        with pytest.raises(CannotComplete, match=said):
            visit.row(wrong)


def test_another_bundle_or_framework_is_refused_by_what_differs() -> None:
    plan = making.plan(making.frame())
    names = ("bundle_digest", "bundle_root", "framework_digest", "authority")
    found = Inspection.model_construct(**{name: getattr(plan, name) for name in names})
    assert folder.matches(plan, found) == ()
    for field, said in (
        ("bundle_digest", "the files of the bundle"), ("bundle_root", "the root"), ("framework_digest", "the framework"),
    ):  # fmt: skip
        (problem,) = folder.matches(plan, found.model_copy(update={field: "sha256:00ff"}))
        assert problem.rule == "visit-of-another"
        assert said in problem.message
        assert "00ff" in problem.message
        assert "another authority" not in problem.message
    other = found.model_copy(update={"authority": "Harrowmere", "bundle_root": None})
    with pytest.raises(CannotComplete, match="a visit to another authority"):
        folder.refuse_other(plan, other)


def test_canonical_json_is_one_form() -> None:
    assert canonical({"b": [1, 0.5], "a": "é\n"}) == '{"a":"é\\n","b":[1,0.5]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
    plan = making.plan(making.frame())
    assert plan.seal == seal_of(plan) == seal_of(plan.model_copy(update={"seal": "else"}))
