"""What a fuzzer is: it makes a case out of a number, and holds Inspector to what must be true of any input.

A case is a few files by name. `hold` runs Inspector on them and gives one word for what came of it (`read`, `refused`, …), so
that it can be counted whether a fuzzer reaches anything; it raises for a fault. A module of this folder with a `FUZZER` is one.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from inspector.model.problems import CannotComplete, Faults, Problem, each

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Fuzzer:
    """`name` is that of the module; `make` draws the files of a case; `hold` gives what came of them in a folder, or raises."""

    name: str
    make: Callable[[Random], Files]
    hold: Callable[[Path], str]
    in_suite: int = 500
    """How many cases the test suite runs."""


class Broken(AssertionError):
    """Something that must be true of any input is not."""


def all_fuzzers() -> dict[str, Fuzzer]:
    """Every fuzzer by its name."""
    names = sorted(file.stem for file in Path(__file__).parent.glob("*_files.py"))
    return {name: import_module(f"tests.fuzz.{name}").FUZZER for name in names}


def case(fuzzer: Fuzzer, seed: int) -> Files:
    """The files of the case of that number."""
    return fuzzer.make(Random(f"{fuzzer.name} {seed}"))


def run(fuzzer: Fuzzer, files: Files, root: Path | None = None) -> str:
    """What came of a case. Raises whatever Inspector raised, or `Broken`."""
    with tempfile.TemporaryDirectory(dir=root) as folder:
        for name, data in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return fuzzer.hold(Path(folder))


def outcomes(fuzzer: Fuzzer, seeds: Iterable[int], root: Path | None = None) -> Counter[str]:
    """How often each thing came of the cases of these numbers. The first fault is raised, with its number."""
    found: Counter[str] = Counter()
    for seed in seeds:
        try:
            found[run(fuzzer, case(fuzzer, seed), root)] += 1
        except Exception as fault:
            fault.add_note(f"fuzzer {fuzzer.name}, case {seed}")
            raise
    return found


def located(problems: Iterable[Problem | Faults]) -> None:
    """Raise `Broken` where a remark has no place, no words, or stands for no row."""
    for one in problems:
        if isinstance(one, Faults) and not one.rows:
            raise Broken(f"a remark on no row: {one.rule}")
    for problem in each(problems):
        if not problem.where.file or not problem.message or problem.level not in ("error", "query"):
            raise Broken(f"a remark without place or words: {problem!r}")


def refused(failure: CannotComplete) -> str:
    """`refused`, where a refusal has at least one error with a place."""
    located(failure.problems)
    if not any(problem.level == "error" for problem in failure.problems):
        raise Broken("refused without a reason")
    return "refused"


def answered(read: Callable[[Path], Any], path: Path) -> Any:
    """What `read` makes of the path, its remarks located; None where it refuses it with a reason."""
    try:
        reading = read(path)
    except CannotComplete as failure:
        refused(failure)
        return None
    located(reading.problems)
    return reading
