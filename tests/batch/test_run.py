"""A run over many: kept as it comes, taken up where it was, and told by name alone."""

import csv
import errno
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from inspector.batch.found import Found
from inspector.batch.kept import LIST, Kept
from inspector.batch.run import Stand, run
from inspector.batch.summary import csv_of
from inspector.batch.task import Failed, Judged, Options, Outcome, Task
from inspector.report.harmless import cell
from tests.batch.judges import TOLD

OPTIONS = Options("munro", "digest", "engine")


class Judge:
    """A backend that remembers what it was asked, and stops after so many."""

    def __init__(self, most: int = 99, bad: tuple[str, ...] = ()) -> None:
        self.asked: list[str] = []
        self._most, self._bad = most, bad

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        for task in tasks:
            if len(self.asked) == self._most:
                raise KeyboardInterrupt
            self.asked.append(task.name)
            if task.name in self._bad:
                yield Failed(task.name, "unreadable", ("no such file or folder", "another"))
            else:
                yield Judged(task.name, f"result of {task.name}".encode(), TOLD._replace(authority=f"Of {task.name}"))


@pytest.fixture
def found(tmp_path: Path) -> tuple[Found, ...]:
    made = []
    for name in "abcd":
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "rows.csv").write_text(name)
        made.append(Found(name, tmp_path / "in" / name))
    return tuple(made)


def ran(found: tuple[Found, ...], out: Path, judge: Judge, options: Options = OPTIONS) -> bytes:
    out.mkdir(exist_ok=True)
    return csv_of(run(found, options, judge, [Kept(out)], lambda _: None), cell)


def test_what_is_done_is_not_done_again(found: tuple[Found, ...], tmp_path: Path) -> None:
    first, second, third = Judge(most=2), Judge(), Judge()
    with pytest.raises(KeyboardInterrupt):
        ran(found, tmp_path / "out", first)
    summary = ran(found, tmp_path / "out", second)
    assert sorted(first.asked + second.asked) == ["a", "b", "c", "d"]
    assert ran(found, tmp_path / "out", third) == summary == ran(found, tmp_path / "whole", Judge())
    assert third.asked == []
    for name in "abcd":
        assert (tmp_path / "out" / f"{name}.json").read_text() == f"result of {name}"


@pytest.mark.parametrize("options", [
    OPTIONS._replace(framework_digest="other"), OPTIONS._replace(engine="other"), OPTIONS._replace(despite_problems=True),
    OPTIONS._replace(seed="a die"), OPTIONS._replace(limits=("yaml-bytes=2",)), OPTIONS._replace(epoch="1"),
    OPTIONS._replace(key=b"0123456789abcdef"), OPTIONS._replace(plugins=("one 1",)),
])  # fmt: skip
def test_what_was_done_otherwise_is_done_again(found: tuple[Found, ...], tmp_path: Path, options: Options) -> None:
    ran(found, tmp_path / "out", Judge())
    again = Judge()
    ran(found, tmp_path / "out", again, options)
    assert sorted(again.asked) == ["a", "b", "c", "d"]


def test_only_what_changed_is_done_again(found: tuple[Found, ...], tmp_path: Path) -> None:
    ran(found, tmp_path / "out", Judge(bad=("d",)))
    (tmp_path / "in" / "a" / "rows.csv").write_text("changed")
    (tmp_path / "out" / "b.json").write_text("changed")
    again = Judge()
    ran(found, tmp_path / "out", again)
    assert sorted(again.asked) == ["a", "b", "d"], "a bundle changed, a result changed, one that was not judged"


def test_a_line_that_was_cut_off_counts_for_nothing_and_spoils_nothing(
    found: tuple[Found, ...], tmp_path: Path
) -> None:
    ran(found, tmp_path / "out", Judge())
    lines = (tmp_path / "out" / LIST).read_bytes()
    (tmp_path / "out" / LIST).write_bytes(lines[:-20])
    for asked in (1, 0):
        again = Judge()
        ran(found, tmp_path / "out", again)
        assert len(again.asked) == asked


def test_a_result_goes_by_another_name_without_being_judged_again(found: tuple[Found, ...], tmp_path: Path) -> None:
    ran(found, tmp_path / "out", Judge())
    again = Judge()
    ran((found[0]._replace(name="in/a"), *found[1:]), tmp_path / "out", again)
    assert again.asked == []
    assert (tmp_path / "out" / "in" / "a.json").read_text() == "result of a"


def test_a_key_of_pseudonyms_is_not_kept(found: tuple[Found, ...], tmp_path: Path) -> None:
    ran(found, tmp_path / "out", Judge(), OPTIONS._replace(key=b"0123456789abcdef"))
    assert b"0123456789abcdef" not in (tmp_path / "out" / LIST).read_bytes()


def test_what_cannot_be_kept_is_told_and_a_full_disk_ends_the_run(found: tuple[Found, ...]) -> None:
    class Full:
        def __init__(self, number: int) -> None:
            self.number = number

        def find(self, key: str, name: str) -> Judged | None:  # noqa: ARG002
            return None

        def keep(self, key: str, one: Judged) -> None:  # noqa: ARG002
            if one.name == "b":
                raise OSError(self.number, "no")

    outcomes = run(found, OPTIONS, Judge(), [Full(errno.EACCES)], lambda _: None)
    assert [one.name for one in outcomes if isinstance(one, Failed)] == ["b"]
    with pytest.raises(OSError, match="no"):
        run(found, OPTIONS, Judge(), [Full(errno.ENOSPC)], lambda _: None)


def test_how_far_it_has_come(found: tuple[Found, ...], tmp_path: Path) -> None:
    ran(found[:1], tmp_path / "out", Judge())
    stands: list[Stand] = []
    run(found, OPTIONS, Judge(bad=("c",)), [Kept(tmp_path / "out")], stands.append)
    assert [(one.done, one.of, one.failed, one.before) for one in stands] == [
        (1, 4, 0, 1), (2, 4, 0, 1), (3, 4, 1, 1), (4, 4, 1, 1),
    ]  # fmt: skip


def test_the_summary_is_sorted_by_name_and_by_nothing_else() -> None:
    worst_first = [
        Judged("z", b"", TOLD._replace(authority="=Aa", verdict="improving")),
        Failed("M", "killed", ("first", "second")),
        Judged("y", b"", TOLD._replace(authority="Zeta", verdict="deteriorating")),
        Judged("x2", b"", TOLD._replace(authority="beta", period_end="2026-03-31", verdict="static")),
        Judged("x1", b"", TOLD._replace(authority="Beta", period_end="2025-03-31", verdict="improving")),
    ]
    for given in (worst_first, worst_first[::-1]):
        rows = list(csv.DictReader(io.StringIO(csv_of(given, cell).decode("utf-8-sig"))))
        assert [row["bundle"] for row in rows] == ["z", "x1", "x2", "M", "y"]
        assert rows[0]["authority"] == "'=Aa", "no spreadsheet takes a name for a formula"
        assert rows[3]["says"] == "first (and 1 more)"
    assert not {"score", "rank", "place"} & set(rows[0])


def test_what_a_list_of_another_sort_says_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text(
        '[]\n{"key": 1}\n' + json.dumps({"key": "k", "file": "f", "sha256": "s", "told": {}}) + "\n"
    )
    assert Kept(tmp_path).find("k", "a") is None
