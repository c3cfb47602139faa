"""Records are a chain: whatever is cut off at the end is found, whatever is altered elsewhere is refused with its line."""

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.problems import CannotComplete
from inspector.model.visits import Entry
from inspector.proof import chain
from inspector.proof.appending import appending, file_of, name_of
from inspector.proof.folder import Visit
from tests.proof import making
from tests.proof.recorded import InMemory, draft, write
from tests.proof.recorded import visit as recorded_visit

SECRET = "Mason told us about the letter"


@pytest.fixture
def where(tmp_path: Path) -> Visit:
    return making.visit(tmp_path / "visit", standings=(("stream", "showing"),))


def recorded(where: Visit, by: str = "Ann", rows: slice = slice(4), note: str = SECRET) -> Path:
    with appending(where.folder, by, where.plan.seal) as file:
        write(file, where, [draft(key, "seen", note=note) for key in list(where.drawn)[rows]])
    return file_of(where.records, by)


def test_what_was_written_is_read_back(where: Visit) -> None:
    path = recorded(where)
    found = chain.read(path, where.plan.seal)
    assert [entry.about for entry in found.entries] == list(where.drawn)[:4]
    assert (found.by, found.torn, found.whole) == ("Ann", 0, path.stat().st_size)
    assert found.entries[0].previous == where.plan.seal
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_last_line_cut_off_anywhere_loses_that_row_alone(where: Visit) -> None:
    path = recorded(where, rows=slice(2))
    data = path.read_bytes()
    last = data.rindex(b"\n", 0, -1) + 1
    for end in (*range(last, len(data) - 3, 7), *range(len(data) - 3, len(data) + 1)):
        path.write_bytes(data[:end])
        found = chain.read(path, where.plan.seal)
        whole = end >= len(data) - 1  # All but the newline: the entry is there.
        assert len(found.entries) == (2 if whole else 1)
        assert found.torn == (0 if whole else end - last)


@pytest.mark.parametrize("left", [1, 40, 200])
def test_what_was_cut_off_is_set_aside_by_who_records_next(where: Visit, left: int) -> None:
    path = recorded(where)
    data = path.read_bytes()
    last = data.rindex(b"\n", 0, -1) + 1
    path.write_bytes(data[: last + left])
    chain.read(path, where.plan.seal)
    assert path.read_bytes() == data[: last + left], "reading changes nothing"
    with appending(where.folder, "Ann", where.plan.seal) as file:
        aside = file.set_aside
        write(file, where, [draft(list(where.drawn)[5], "not-seen")])
    assert aside is not None
    assert aside.read_bytes() == data[last : last + left]
    assert aside.stat().st_mode & 0o777 == 0o600
    found = chain.read(path, where.plan.seal)
    assert [entry.about for entry in found.entries] == [*list(where.drawn)[:3], list(where.drawn)[5]]


def test_a_whole_last_line_without_its_newline_counts_and_is_continued(where: Visit) -> None:
    path = recorded(where)
    path.write_bytes(path.read_bytes()[:-1])
    with appending(where.folder, "Ann", where.plan.seal) as file:
        assert file.set_aside is None
        write(file, where, [draft(list(where.drawn)[5], "seen")])
    assert len(chain.read(path, where.plan.seal).entries) == 5


def swapped(lines: list[bytes]) -> list[bytes]:
    return [lines[1], lines[0], *lines[2:]]


def cut(line: bytes) -> bytes:
    return line.replace(b',"seen":"seen"', b"")


ALTERED = {
    "a word of an entry": (2, lambda lines: [lines[0], lines[1].replace(b'"seen"', b'"partly"'), *lines[2:]]),
    "a note": (1, lambda lines: [lines[0].replace(b"Mason", b"Aaron"), *lines[1:]]),
    "the first line is gone": (1, lambda lines: lines[1:]),
    "a line between is gone": (2, lambda lines: [lines[0], *lines[2:]]),
    "two lines are swapped": (1, swapped),
    "a line twice": (2, lambda lines: [lines[0], *lines]),
    "a line between is cut off": (2, lambda lines: [lines[0], lines[1][:50], *lines[2:]]),
    "an empty line": (2, lambda lines: [lines[0], b"", *lines[1:]]),
    "a blank more": (1, lambda lines: [lines[0].replace(b'":"', b'": "', 1), *lines[1:]]),
    "another order of the fields": (1, lambda lines: [b"{\"seen\":\"seen\"," + cut(lines[0])[1:], *lines[1:]]),
    "a field that no entry has": (1, lambda lines: [b'{"aa":1,' + lines[0][1:], *lines[1:]]),
    "no JSON": (3, lambda lines: [*lines[:2], b"\xff\xfe" + SECRET.encode(), *lines[3:]]),
    "deep JSON": (3, lambda lines: [*lines[:2], b"[" * 100_000, *lines[3:]]),
}  # fmt: skip


@pytest.mark.parametrize("what", ALTERED)
def test_what_is_altered_is_refused_with_its_line_and_none_of_its_words(where: Visit, what: str) -> None:
    path = recorded(where)
    line, change = ALTERED[what]
    before = path.read_bytes()
    after = b"".join(line + b"\n" for line in change(before.split(b"\n")[:-1]))
    assert after != before
    path.write_bytes(after)
    for read in (
        lambda: chain.read(path, where.plan.seal),
        lambda: chain.of_folder(where.folder, where.plan.seal),
        lambda: appending(where.folder, "Ann", where.plan.seal).__enter__(),
    ):
        with pytest.raises(CannotComplete) as told:
            read()
        (problem,) = told.value.problems
        assert (problem.rule, problem.where.file, problem.where.line) == ("record-altered", str(path), line)
        assert not any(word in str(problem) for word in ("Mason", "Aaron", "letter"))
    assert path.read_bytes() == after, "nothing is mended that was altered"


@cache
def three() -> tuple[Entry, ...]:
    where = recorded_visit()
    file = InMemory("Ann", where.plan.seal)
    write(file, where, [draft(key, "seen", note=SECRET) for key in list(where.drawn)[:3]])
    return tuple(file.entries)


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0), st.binary(max_size=3), st.integers(0, 40))
def test_whatever_is_changed_nothing_is_read_that_was_not_written(at: int, put: bytes, gone: int) -> None:
    """Bytes put in or taken out anywhere: the file is refused, or what is read is what was written, less its end."""
    data = b"".join(map(chain.line, three()))
    place = at % (len(data) + 1)
    with TemporaryDirectory() as folder:
        path = Path(folder, "ann.jsonl")
        path.write_bytes(data[:place] + put + data[place + gone :])
        try:
            found, refused = chain.read(path, recorded_visit().plan.seal).entries, ()
        except CannotComplete as failure:
            found, refused = (), failure.problems
    assert found == three()[: len(found)]
    assert {problem.rule for problem in refused} <= {"record-altered"}
    assert "Mason" not in str(refused)


def test_records_of_another_visit_are_refused(where: Visit, tmp_path: Path) -> None:
    other = making.visit(tmp_path / "other", authority="Elsewhere")
    path = recorded(where)
    (other.records / path.name).write_bytes(path.read_bytes())
    with pytest.raises(CannotComplete) as told:
        chain.of_folder(other.folder, other.plan.seal)
    assert [problem.rule for problem in told.value.problems] == ["record-of-another-visit"]


def test_a_link_is_no_record(where: Visit, tmp_path: Path) -> None:
    path = recorded(where)
    path.rename(tmp_path / "elsewhere.jsonl")
    path.symlink_to(tmp_path / "elsewhere.jsonl")
    with pytest.raises(CannotComplete) as told:
        chain.of_folder(where.folder, where.plan.seal)
    assert [problem.rule for problem in told.value.problems] == ["record-unreadable"]


def test_a_folder_that_leads_elsewhere_holds_no_records(where: Visit, tmp_path: Path) -> None:
    where.records.rename(tmp_path / "elsewhere")
    where.records.symlink_to(tmp_path / "elsewhere")
    for read in (
        lambda: chain.of_folder(where.folder, where.plan.seal),
        lambda: appending(where.folder, "Ann", where.plan.seal).__enter__(),
    ):
        with pytest.raises(CannotComplete) as told:
            read()
        assert [problem.rule for problem in told.value.problems] == ["record-unreadable"]


def test_a_full_disk_leaves_the_records_as_they_were(where: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    path = recorded(where)
    before = path.read_bytes()
    real = os.write

    def half(number: int, data: bytes) -> int:
        if b"not-seen" in data:
            real(number, data[:40])
            raise OSError(28, "No space left on device")
        return real(number, data)

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(OSError, match="No space"), appending(where.folder, "Ann", where.plan.seal) as file:
        write(file, where, [draft(list(where.drawn)[5], "not-seen")])
    assert path.read_bytes() == before


def test_two_at_once_lose_nothing(where: Visit) -> None:
    keys = list(where.drawn)

    def some(mine: list[str]) -> None:
        for key in mine:
            with appending(where.folder, "Ann", where.plan.seal) as file:
                write(file, where, [draft(key, "seen")])

    both = [Thread(target=some, args=(keys[place::2],)) for place in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    found = chain.read(file_of(where.records, "Ann"), where.plan.seal)
    assert sorted(entry.about for entry in found.entries) == sorted(keys)


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("ann", "ann.jsonl"),
        ("a-b", "a-b.jsonl"),
        ("Ann", "ann-"),
        ("A. Person", "a-person-"),
        ("../../etc", "etc-"),
        ("李", "inspector-"),
    ],
)
def test_a_name_makes_a_file_of_the_records_and_no_other(by: str, name: str) -> None:
    path = file_of(Path("records"), by)
    assert path.parent == Path("records")
    assert path.name.startswith(name)
    assert path.name.isascii()


def test_names_that_differ_in_capitals_have_files_of_their_own() -> None:
    names = ["ann", "Ann", "ANN", "ann ", "a-nn"]
    assert len({file_of(Path(), name).name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("text", ["", "   ", "a\nb\x00", "x" * 101])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a name has"):
        name_of(text)
    assert name_of("  Ann   Cole ") == "Ann Cole"


def test_records_that_are_no_folder_are_not_taken_for_none(tmp_path: Path) -> None:
    visit = making.visit(tmp_path / "v")
    visit.records.rmdir()
    visit.records.write_bytes(b"")
    with pytest.raises(CannotComplete, match=r"(?i)not a directory"):
        chain.of_folder(visit.folder, visit.plan.seal)


def test_a_visit_without_a_folder_of_records_has_none(tmp_path: Path) -> None:
    visit = making.visit(tmp_path / "v")
    visit.records.rmdir()
    assert chain.of_folder(visit.folder, visit.plan.seal) == ()
