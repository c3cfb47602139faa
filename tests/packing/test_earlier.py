"""An earlier submission: what it is held against, what counts of a register that was turned, and what is refused."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from inspector import inspection
from inspector.bundle import read_bundle
from inspector.evidence.before import dropped_measures, earlier_direction, removed_entries
from inspector.evidence.held import held
from inspector.model.held import Held
from inspector.model.problems import CannotComplete
from inspector.packing.comparing import compare
from inspector.packing.earlier import held_against
from inspector.packing.sealing import seal
from tests.conftest import EXAMPLES


def later(place: Path, out: Path, change: Any) -> Path:
    """A copy of a bundle with a changed manifest or other files, sealed anew."""
    shutil.copytree(place, out)
    manifest = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    manifest.pop("seal", None)
    change(manifest, out)
    for resource in manifest["resources"]:
        held = (out / resource["path"]).read_bytes()
        resource |= {"hash": f"sha256:{sha256(held).hexdigest()}", "bytes": len(held)}
    (out / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return out


def lines(path: Path, keep: Any) -> None:
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *(keep(row) for row in rows if keep(row))]) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def old() -> Path:
    return EXAMPLES / "good-on-paper"


def refused(new: Path, before: Path) -> str:
    with pytest.raises(CannotComplete) as caught:
        held_against([before], read_bundle(new))
    (problem,) = caught.value.problems
    assert (problem.rule == "not-an-earlier-submission") == ("submission" in problem.message), problem
    return str(caught.value)


def test_what_is_no_earlier_submission_is_refused(old: Path, tmp_path: Path) -> None:
    other = later(old, tmp_path / "other", lambda manifest, _: manifest.update(authority="Elsewhere"))
    assert "another authority" in refused(old, other)
    spelt = later(old, tmp_path / "spelt", lambda manifest, _: manifest.update(authority=manifest["authority"].upper()))
    assert held_against([spelt], read_bundle(old)).before.same is False
    after = later(old, tmp_path / "after", lambda manifest, _: manifest["period"].update(end="2026-04-01"))
    assert "later than this one" in refused(old, after)
    (tmp_path / "broken").mkdir()
    assert "datapackage.json" in refused(old, tmp_path / "broken")
    assert "no such file" in refused(old, tmp_path / "nowhere")


def test_the_same_bundle_is_told(old: Path) -> None:
    differences, before, history, problems = held_against([old], read_bundle(old))
    assert (history, problems) == ((), [])
    assert before.same
    assert {one.state for one in differences} == {"same"}


def test_a_register_that_was_turned_does_not_win(old: Path, tmp_path: Path) -> None:
    """Measures that the framework does not know are judged in the direction that the earlier register gave them."""

    def turn(_: Any, out: Path) -> None:
        swap = {",up,": ",down,", ",down,": ",up,"}
        lines(
            out / "indicator-register.csv",
            lambda row: next((row.replace(a, b, 1) for a, b in swap.items() if a in row), row),
        )

    new = later(old, tmp_path / "turned", turn)
    workings = inspection.work(new, earlier=old, despite_problems=True)
    was = {one.indicator: one.better for one in inspection.work(old, despite_problems=True).evidence.indicators}
    assert {one.indicator: one.better for one in workings.evidence.indicators} == was
    assert set(earlier_direction(workings.evidence)) == set(was)
    asked = [one for one in workings.inspection.traces if one.probe == "turned-register"]
    assert {one.outcome for one in asked} == {"question"}


def test_what_was_dropped_and_taken_back(old: Path, tmp_path: Path) -> None:
    first = read_bundle(old).evidence
    assert first
    gone = first.figures[0].indicator

    def drop(_: Any, out: Path) -> None:
        lines(out / "indicators.csv", lambda row: "" if row.startswith(f"{gone},") else row)
        kept = first.log[0].id
        lines(out / "improvement-log.csv", lambda row: "" if row.startswith(f"{kept},") else row)

    workings = inspection.work(later(old, tmp_path / "dropped", drop), earlier=old, despite_problems=True)
    assert [one.indicator for one in dropped_measures(workings.evidence)] == [gone]
    assert [one.id for one in removed_entries(workings.evidence)] == [first.log[0].id]


def test_diff_tells_what_is_dated_back(old: Path, tmp_path: Path) -> None:
    def add(_: Any, out: Path) -> None:
        path = out / "improvement-log.csv"
        rows = path.read_text(encoding="utf-8").splitlines()
        id, rest = rows[1].split(",", 1)
        head = rows[0].split(",")
        cells = rows[1].split(",")
        blank = cells[head.index("recorded_at")] if cells[-2:] else ""
        path.write_text(
            "\n".join([*rows, f"{id}-more,{rest.replace(blank, '') if blank else rest}"]) + "\n", encoding="utf-8"
        )

    found = {one.kind: one for one in compare(old, later(old, tmp_path / "more", add))}
    assert found["improvement-log"].dated_back == found["improvement-log"].added != ()


def test_errors_of_the_earlier_submission_are_told_as_its_own(old: Path, tmp_path: Path) -> None:
    """Both submissions have files of the same names, so each error says of which of them it is."""
    torn = later(old, tmp_path / "torn", lambda *_: None)
    (torn / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(CannotComplete) as caught:
        held_against([torn], read_bundle(old))
    (one,) = caught.value.problems
    assert one.where.file == "torn/datapackage.json"
    assert "--earlier" in one.message
    assert "--earlier" in refused(old, tmp_path / "nowhere")


def test_an_earlier_submission_that_is_not_as_it_was_sealed_is_told(old: Path, tmp_path: Path) -> None:
    assert held_against([old], read_bundle(old)).problems == []
    place = shutil.copytree(old, tmp_path / "touched")
    seal(place, despite_problems=True)
    manifest = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    (place / "datapackage.json").write_text(json.dumps({**manifest, "title": "Another"}), encoding="utf-8")
    told = held_against([place], read_bundle(old)).problems
    assert [(one.rule, one.level) for one in told] == [("not-an-earlier-submission", "query")]


def test_a_register_that_knows_no_earlier_submission_is_told(tmp_path: Path) -> None:
    """What was asked for and is not there is told; the submission itself, entered before it is judged, is no earlier one."""
    place = shutil.copytree(EXAMPLES / "published-figures", tmp_path / "sealed")
    seal(place, despite_problems=True)
    evidence = read_bundle(place).evidence
    assert evidence is not None
    assert evidence.root is not None
    own = held(evidence, "00")
    cases: list[tuple[tuple[Held, ...], int]] = [
        ((), 1),
        ((own,), 1),
        ((own.model_copy(update={"root": "sha256:" + "0" * 64}),), 0),
        ((own.model_copy(update={"root": None}),), 0),
    ]
    for known, told in cases:
        found = inspection.work(place, despite_problems=True, remembered=lambda _, given, known=known: (*given, *known))
        asked = [one for one in found.inspection.problems if one.rule == "no-earlier-submission"]
        assert [one.level for one in asked] == ["query"] * told, known
    assert "no-earlier-submission" not in {one.rule for one in inspection.work(place).inspection.problems}
