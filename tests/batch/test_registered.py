"""A register as the place results go to: each entered once, known again, and refused in words where it is of nothing there."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.batch.registered import Registered, _told, kept, known_of, restored
from inspector.batch.task import Judged, Refused
from inspector.model.problems import CannotComplete
from inspector.model.register import Entry, ResultBody, SubmissionBody
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft
from tests.batch.judges import TOLD

ROOT = "sha256:" + 64 * "a"
PERIOD = {"period_start": "2025-04-01", "period_end": "2026-03-31"}


def result(**bundle: Any) -> bytes:
    said = {"authority": "Nowhere", "digest": "d", "root": ROOT, "period": {"start": "2025-04-01", "end": "2026-03-31"}}
    return json.dumps({
        "bundle": {**said, "notified_on": None, **bundle}, "engine": {"version": "e"}, "verdict": {"verdict": "static"},
        "framework": {"id": "f", "version": "v", "digest": "fd"}, "themes": [{"theme": "stream", "standing": "doing"}],
    }).encode()  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A register with two submissions of one authority, the later one kept, and one of another."""
    place = tmp_path / "r.sqlite"
    signer = keys.new(place.with_suffix(".key"))
    manifest = (("file:datapackage.json", b"{}"), ("file:in/rows.csv", b"a,b\n"))
    with opened(str(place), make=True) as book:
        for authority, root, contents in (
            ("Nowhere", "sha256:" + 64 * "0", ()), ("Nowhere", ROOT, manifest), ("Über/all", "sha256:" + 64 * "b", ()),
        ):  # fmt: skip
            book.append(
                [Draft("submission", authority, SubmissionBody(root=root, digest="d", **PERIOD), (), contents)], signer
            )
    return str(place)


def entering(place: str) -> Registered:
    return Registered(place, keys.load(None, place))


def test_a_result_is_entered_once_and_known_again(place: str) -> None:
    one = Judged("x", result(), TOLD._replace(authority="Nowhere", engine="e", framework="f"))
    keeper = entering(place)
    assert keeper.find("key", "x") is None
    keeper.keep("key", one)
    keeper.keep("another key", one)
    found = entering(place).find("key", "y")
    assert found == Judged("y", one.result, one.told._replace(root=ROOT))
    with opened(place) as book:
        assert [entry.about for entry in book.entries(kind="result")] == [(1,)]


@pytest.mark.parametrize(("bundle", "told"), [
    ({"root": "sha256:" + 64 * "c"}, "not in the register"), ({"authority": "Elsewhere"}, "Elsewhere"),
])  # fmt: skip
def test_what_is_of_no_submission_is_refused(place: str, bundle: dict[str, str], told: str) -> None:
    with pytest.raises(Refused, match=told):
        entering(place).keep("key", Judged("x", result(**bundle), TOLD))


def test_what_is_kept_is_laid_out_again_and_gone_afterwards(place: str) -> None:
    assert [(one.name, one.entry) for one in kept(place, every=False)] == [
        ("nowhere-2026-03-31-entry-1", 1), ("über-all-2026-03-31-entry-2", 2),
    ]  # fmt: skip
    assert [one.entry for one in kept(place, every=True)] == [0, 1, 2]
    with restored(place, 1) as folder:
        assert (folder / "in" / "rows.csv").read_bytes() == b"a,b\n"
    assert not folder.exists()
    with pytest.raises(CannotComplete, match="were not kept"), restored(place, 0):
        pass


def test_a_later_submission_makes_a_result_another(place: str, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "datapackage.json").write_text('{"authority": "nowhere"}')
    before = known_of(place, tmp_path / "b")
    assert before == known_of(place, tmp_path, 1) != known_of(place, tmp_path, 2)
    with opened(place) as book:
        body = SubmissionBody(root="sha256:" + 64 * "d", digest="d", **PERIOD)
        book.append([Draft("submission", "Nowhere", body)], keys.load(None, place))
    assert known_of(place, tmp_path / "b") != before


def test_what_was_set_aside_is_not_told_as_silence() -> None:
    body = ResultBody(
        root="r", digest="d", period_start="2025-04-01", period_end="2026-03-31", engine="1", framework="munro",
        framework_version="1", framework_digest="f", verdict="emerging", assurance="on-paper",
        standings=(("stream", "doing"), ("together", "silent"), ("candour", "silent")), states=(("together", "set-aside"),),
    )  # fmt: skip
    entry = Entry(index=1, kind="result", entered_at="2026-04-14T00:00:00Z", authority="Nowhere", about=(0,), body=body)
    assert _told(entry).standings == (("stream", "doing"), ("together", "set-aside"), ("candour", "silent"))
