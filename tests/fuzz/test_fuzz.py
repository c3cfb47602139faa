"""Each fuzzer over some of its cases, and over every input that ever crashed (`kept/`)."""

from pathlib import Path

import pytest

from tests.fuzz.fuzzer import all_fuzzers, outcomes, run

FUZZERS = all_fuzzers()
KEPT = Path(__file__).parent / "kept"
PART = 100


def _parts() -> list[tuple[str, int]]:
    return [(name, at) for name, fuzzer in FUZZERS.items() for at in range(0, fuzzer.in_suite, PART)]


@pytest.mark.parametrize(("name", "start"), _parts(), ids=lambda value: str(value))
def test_any_input_is_read_or_refused_with_its_place(name: str, start: int) -> None:
    fuzzer = FUZZERS[name]
    came = outcomes(fuzzer, range(start, min(start + PART, fuzzer.in_suite)))
    # A fuzzer that never gets beyond the first refusal finds nothing.
    assert len(came) > 1
    assert came["refused"] < 0.97 * came.total()


@pytest.mark.parametrize("folder", sorted(KEPT.glob("*/*")), ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_what_once_crashed_does_so_no_more(folder: Path) -> None:
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert files
    assert run(FUZZERS[folder.parent.name], files)
