"""Small changes to the code of each room, judged by the tests of that room: how many do they notice?

python bench/mutants/run.py --sample 40 --seed 11            # over all rooms, as many from each
python bench/mutants/run.py --room stats --sample 150        # one room
python bench/mutants/run.py --changes inspector/stats/caps.py:42   # every change to one line

Exit code 1 where fewer than nine in ten are caught. README.md says more.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from changes import Change, changes_of, sample
from judging import Judged, judge, unchanged, warm

ROOT = Path(__file__).parent.parent.parent
LEAST = 0.9


@dataclass(frozen=True)
class Room:
    """A room: its changes, and the tests that judge them."""

    name: str
    changes: tuple[Change, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Equivalent:
    """Changes to a line that alter nothing that can be observed, and why; `which` says to which of several tokens alike."""

    file: str
    line: str
    changes: tuple[str, ...]
    why: str
    which: int | None = None

    def holds(self, change: Change) -> bool:
        here = (self.file, self.line) == (change.file, change.text) and change.words in self.changes
        return here and self.which in (None, change.which)


def rooms(root: Path) -> list[Room]:
    """The rooms of the table that are there, with every change that can be made in them."""
    found = []
    for name, room in listed(root, "rooms").items():
        files = sorted(file for folder in room["code"] for file in (root / folder).rglob("*.py"))
        tests = tuple(path for path in room["tests"] if (root / path).exists())
        if files and tests:
            made = [one for file in files for one in changes_of(file.read_bytes(), file.relative_to(root).as_posix())]
            found.append(Room(name, tuple(made), tests))
        else:
            print(f"{name}: not there")
    return found


def equivalents(root: Path) -> list[Equivalent]:
    """What is known to be equivalent."""
    known = listed(root, "equivalent") or []
    return [Equivalent(**one | {"changes": tuple(one["changes"])}) for one in known]


def listed(root: Path, name: str) -> Any:
    """What a table beside this script says, in the tree at `root`."""
    return yaml.safe_load((root / "bench" / "mutants" / f"{name}.yaml").read_text("utf-8"))


def stale(known: Sequence[Equivalent], found: Sequence[Room]) -> list[str]:
    """Entries of the list of equivalents that fit no change of the code any more."""
    every = [change for room in found for change in room.changes]
    single = [(one, replace(one, changes=(change,))) for one in known for change in one.changes]
    there = {(one.file, one.line) for one in known}
    near = [change for change in every if (change.file, change.text) in there]
    return [f"{one.file}: {one.line}: {part.changes[0]}" for one, part in single if not any(map(part.holds, near))]


def drawn(room: Room, rooms: int, asked: argparse.Namespace) -> list[Change]:
    """The changes of a room that were asked for."""
    if asked.changes:
        return [change for change in room.changes if f"{change.file}:{change.line}" in asked.changes]
    return sample(room.changes, -(-asked.sample // rooms), asked.seed)


def work(root: Path, found: Sequence[Room], asked: argparse.Namespace) -> Iterator[tuple[Room, Change, Judged]]:
    """Each change with what the tests of its room said, as it comes."""
    todo = [(room, change) for room in found for change in drawn(room, len(found), asked)]
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(asked.processes, initializer=warm, initargs=(root, Path(folder))) as pool,
    ):
        needed = list({room.name: room for room, _ in todo}.values())
        before = {room.name: pool.submit(unchanged, list(room.tests)) for room in needed}
        for room in needed:
            if before[room.name].result().outcome != "survived":
                sys.exit(f"{room.name}: its tests fail without any change: {before[room.name].result().by}")
        tasks = [
            pool.submit(judge, one, list(room.tests), before[room.name].result(), asked.grace) for room, one in todo
        ]
        for (room, one), task in zip(todo, tasks, strict=True):
            yield room, one, task.result()


def report(results: Iterable[tuple[Room, Change, Judged]], known: Sequence[Equivalent], every: bool) -> float:
    """Prints what survived, then the numbers; the share that was caught."""
    caught: dict[str, list[bool]] = {}
    equivalent = 0
    for room, change, judged in results:
        same = next((one for one in known if one.holds(change)), None)
        place = f"{change.file}:{change.line}: {change.words} ({change.kind}) in: {change.text}"
        if judged.outcome != "survived":
            note = "listed as equivalent, and yet caught: " if same else ""
            if every or same:
                print(f"{judged.outcome}: {note}{place}\n    by {judged.by or 'its import, or its time'}")
        elif same:
            print(f"equivalent: {place}\n    {same.why}", flush=True)
            equivalent += 1
            continue
        else:
            print(f"survived: {place}", flush=True)
        caught.setdefault(room.name, []).append(judged.outcome != "survived")
    for name, seen in caught.items():
        print(f"{name}: {sum(seen)} of {len(seen)} caught")
    total = [one for seen in caught.values() for one in seen]
    share = sum(total) / len(total) if total else 1.0
    print(f"{sum(total)} of {len(total)} caught ({share:.1%}); {equivalent} equivalent, not counted")
    return share


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--room", action="append", help="only this room; may be given more than once")
    options.add_argument("--sample", type=int, default=40, help="how many changes, in equal parts from each room")
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--changes", action="append", metavar="FILE:LINE", help="every change to this line instead")
    options.add_argument("--every", action="store_true", help="show the changes that were caught too, and by what")
    options.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options.add_argument("--grace", type=float, default=10, help="seconds after which a change counts as endless")
    options.add_argument("--root", type=Path, default=ROOT, help="another tree that has a bench/mutants of its own")
    asked = options.parse_args(arguments)
    everything = rooms(asked.root)
    if unknown := set(asked.room or ()) - {room.name for room in everything}:
        options.error(f"no room {', '.join(sorted(unknown))}; there are {', '.join(room.name for room in everything)}")
    known = equivalents(asked.root)
    if old := stale(known, everything):
        print("equivalent.yaml lists what is not in the code any more:", *old, sep="\n    ")
        return 1
    found = [room for room in everything if not asked.room or room.name in asked.room]
    return int(report(work(asked.root, found, asked), known, asked.every or bool(asked.changes)) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
