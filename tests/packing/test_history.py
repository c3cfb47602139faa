"""The last changes of a bundle, taken back: nothing that was replaced or taken out is lost, and no more is kept than is said."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run
from inspector.model import limits
from inspector.packing import history
from tests.bundle.builder import build

Capture = pytest.CaptureFixture[str]
LOG = "id,raised_on,raised_by_role,team,scale,aim\na1,2025-01-03,social worker,North,one-case,{}\n"


@pytest.fixture(autouse=True)
def as_they_are() -> Iterator[None]:
    yield
    limits.use([])


def bundle(*words: object) -> int:
    return _run(["bundle", *map(str, words)])


@pytest.fixture
def ours(tmp_path: Path, capsys: Capture) -> Path:
    folder = tmp_path / "ours"
    assert bundle("new", folder, "--authority", "X", "--from", "2024-01-01", "--to", "2025-12-31") == 0
    put(folder, tmp_path, "one")
    capsys.readouterr()
    return folder


def put(folder: Path, beside: Path, aim: str, *words: str) -> None:
    (beside / "log.csv").write_text(LOG.format(aim))
    assert bundle("add", beside / "log.csv", "--bundle", folder, *words) == 0


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a bundle but what is kept of its changes."""
    files = (path for path in folder.rglob("*") if path.is_file() and history.KEPT not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "datapackage.json").read_text("utf-8")))


def replaced(folder: Path, beside: Path) -> None:
    put(folder, beside, "two", "--replace")


def taken_out(folder: Path, _: Path) -> None:
    assert bundle("remove", "log", "--bundle", folder, "--yes", "--file") == 0
    assert not (folder / "log.csv").exists()


def sealed(folder: Path, _: Path) -> None:
    assert bundle("seal", folder) == 0
    assert "seal" in manifest(folder)


def mapped(folder: Path, _: Path) -> None:
    assert bundle("map", "log", "--bundle", folder, "--codes", "scale: the lot=one-team") == 0


@pytest.mark.parametrize("change", [replaced, taken_out, sealed, mapped], ids=lambda one: one.__name__)
def test_a_change_is_taken_back_to_the_byte(change: Any, ours: Path, tmp_path: Path) -> None:
    before = state(ours)
    change(ours, tmp_path)
    assert state(ours) != before
    assert bundle("undo", ours) == 0
    assert state(ours) == before


def test_changes_are_taken_back_one_after_the_other(ours: Path, tmp_path: Path) -> None:
    states = [state(ours)]
    for aim in ("two", "three", "four"):
        put(ours, tmp_path, aim, "--replace")
        states.append(state(ours))
    for wanted in reversed(states[:-1]):
        assert bundle("undo", ours) == 0
        assert state(ours) == wanted


def test_a_file_that_was_added_stays_when_that_is_taken_back(ours: Path, capsys: Capture) -> None:
    assert bundle("undo", ours) == 0
    assert manifest(ours)["resources"] == []
    assert (ours / "log.csv").exists()
    assert "log.csv stays in the folder" in capsys.readouterr().out
    assert bundle("undo", ours) == 2
    assert "[nothing-to-undo]" in capsys.readouterr().err


def test_what_somebody_else_changed_since_is_not_undone(ours: Path, capsys: Capture) -> None:
    document = manifest(ours) | {"title": "By hand"}
    (ours / "datapackage.json").write_text(json.dumps(document))
    before = state(ours)
    assert bundle("undo", ours) == 2
    assert "by hand" in capsys.readouterr().err
    assert state(ours) == before


def test_a_change_that_never_came_to_be_is_passed_over(ours: Path, tmp_path: Path) -> None:
    """As where a run was killed once it had kept the change and before it made it."""
    before = state(ours)
    put(ours, tmp_path, "two", "--replace")
    now = (ours / "datapackage.json").read_bytes()
    history.keep(ours, "add nothing", now, b"{}", ["log.csv"])
    assert bundle("undo", ours) == 0
    assert state(ours) == before


def test_a_failure_keeps_nothing_of_the_change(ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector.writing import whole

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "log.csv")

    kept, before = len(history.changes(ours)), state(ours)
    (tmp_path / "log.csv").write_text(LOG.format("two"))
    monkeypatch.setattr(whole, "copy", full)
    assert bundle("add", tmp_path / "log.csv", "--bundle", ours, "--replace") == 2
    assert state(ours) == before
    assert len(history.changes(ours)) == kept


@pytest.mark.parametrize(("most", "more", "kept"), [(3, 1, 2), (3, 2, 3), (3, 3, 3), (1, 4, 1)])
def test_no_more_changes_are_kept_than_the_limit(most: int, more: int, kept: int, ours: Path, tmp_path: Path) -> None:
    # `ours` has one change; the limit is met exactly by `most - 1` more.
    for n in range(more):
        limits.use([f"undo-changes={most}"])
        put(ours, tmp_path, f"aim {n}", "--replace")
    assert len(history.changes(ours)) == kept


def test_the_bytes_kept_are_bounded_but_for_the_last(ours: Path, tmp_path: Path) -> None:
    for aim in ("two", "three"):
        limits.use(["undo-bytes=10"])
        put(ours, tmp_path, aim, "--replace")
    (last,) = history.changes(ours)
    assert last.old == ("log.csv",)
    limits.use([])
    put(ours, tmp_path, "four", "--replace")
    assert len(history.changes(ours)) == 2


def test_a_link_is_not_followed_to_what_is_kept(ours: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (ours / history.KEPT).rename(outside)
    (ours / history.KEPT).symlink_to(outside)
    before = sorted(outside.rglob("*"))
    (tmp_path / "log.csv").write_text(LOG.format("two"))
    assert bundle("add", tmp_path / "log.csv", "--bundle", ours, "--replace") == 2
    assert bundle("undo", ours) == 2
    assert sorted(outside.rglob("*")) == before


@pytest.mark.parametrize("path", ["../precious", "/etc/passwd", "a/../../precious", "C:\\x"])
def test_what_is_kept_never_leads_outside(path: str, ours: Path, tmp_path: Path) -> None:
    put(ours, tmp_path, "two", "--replace")
    change = history.changes(ours)[0]
    facts = json.loads((change.at / history.CHANGE).read_text())
    (change.at / history.CHANGE).write_text(json.dumps(facts | {"old": [path]}))
    (tmp_path / "precious").write_text("precious")
    assert bundle("undo", ours) == 2
    assert (tmp_path / "precious").read_text() == "precious"


def test_what_is_kept_can_be_forgotten_and_the_seal_says_that_it_is_there(
    ours: Path, tmp_path: Path, capsys: Capture
) -> None:
    put(ours, tmp_path, "two", "--replace")
    assert bundle("seal", ours) == 0
    assert "bundle undo --forget" in capsys.readouterr().out
    assert bundle("undo", ours, "--forget") == 0
    assert not (ours / history.KEPT).exists()
    assert bundle("verify", ours) == 0
    assert history.KEPT not in capsys.readouterr().out


# Listing and taking out


def test_a_bundle_is_listed_with_rows_days_and_seal(tmp_path: Path, capsys: Capture) -> None:
    path = build(tmp_path)
    assert bundle("list", path) == 0
    said = capsys.readouterr().out
    row = next(line.split() for line in said.splitlines() if line.startswith("improvement-log"))
    assert row[1:3] == ["improvement-log", "improvement-log.csv"]
    assert "Not sealed." in said
    assert bundle("seal", path) == 0
    assert bundle("list", path) == 0
    assert "Sealed. Root: sha256:" in capsys.readouterr().out
    assert bundle("list", path, "--quiet") == 0
    names = capsys.readouterr().out.split()
    assert names == [one["name"] for one in manifest(path)["resources"]]


def test_a_file_that_another_resource_reads_too_is_not_taken_away(ours: Path, capsys: Capture) -> None:
    document = manifest(ours)
    (one,) = document["resources"]
    document["resources"].append({**one, "name": "twice", "kind": "voice"})
    (ours / "datapackage.json").write_text(json.dumps(document))
    assert bundle("remove", "twice", "--bundle", ours, "--yes", "--file") == 0
    assert (ours / "log.csv").exists()
    assert "stays in the folder" in capsys.readouterr().out


# Sealing


def test_what_has_errors_is_sealed_only_when_that_is_said(ours: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "log.csv").write_text(LOG.format("x") + "a2,2025-02-31,manager,North,one-case,y\n")
    assert bundle("add", tmp_path / "log.csv", "--bundle", ours, "--replace") == 0
    before = state(ours)
    capsys.readouterr()
    assert bundle("seal", ours) == 1
    said = capsys.readouterr()
    assert "[not-sealed]" in said.err
    assert "log.csv, row 3" in said.err
    assert "--despite-problems" in said.err
    assert said.out == ""
    assert state(ours) == before
    assert bundle("seal", ours, "--despite-problems") == 0
    assert bundle("verify", ours) == 0


def test_who_adds_to_a_sealed_bundle_is_told_that_it_is_no_longer(ours: Path, tmp_path: Path, capsys: Capture) -> None:
    assert bundle("seal", ours) == 0
    put(ours, tmp_path, "two", "--replace")
    assert "no longer" in capsys.readouterr().out
    assert bundle("verify", ours) == 2
