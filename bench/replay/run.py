"""Simulated authorities judged by munro, their results replayed under a changed munro, and some judged again from their bundles.

    python bench/replay/run.py [AUTHORITIES] [SEED] [FOLDER]

What is in FOLDER is used again: bundles and results of an earlier run take most of the time.
"""

import gc
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

from inspector import files, inspection
from inspector import framework as frameworks
from inspector.cli import _run
from inspector.framework.vocabulary import extend
from inspector.judging.rulebooks import Rulebook
from inspector.model.replay import Replay
from inspector.report.workbench.replay import named
from inspector.rules import vocabulary
from inspector.workbench.replaying.replay import Replayer

HERE = Path(__file__).parent
MUNRO = HERE.parents[1] / "frameworks" / "munro"
EVERY = 25
"""Each so many-th result is held against its bundle, judged the whole way by the changed framework."""


def main(count: int, seed: str, folder: Path) -> None:
    """Make what is not there, replay each edit and all of them, and print the tables."""
    edits = yaml.safe_load((HERE / "edits.yaml").read_text("utf-8"))
    if not (folder / "results").is_dir():
        _make(count, seed, folder)
    old = book(folder / "munro")
    given = [(path.name, files.data(path, "result-bytes")) for path in sorted((folder / "results").glob("*.json"))]
    print(f"{len(given)} results, {sum(len(data) for _, data in given) / 1e6:.0f} MB\n")
    print("| change | judged | not | another verdict | other row or standings | by one edit | CPU s |")
    print("|---|---|---|---|---|---|---|")
    for name, some in [*((one["name"], [one]) for one in edits), ("all of them", edits)]:
        new = book(edited(folder / "munro", some, folder / "changed"))
        started = time.process_time()
        found = Replayer(old.framework, new.framework).replay(given)
        _told(name, found, time.process_time() - started)
    _by_part(found)
    _refused(found)
    _held(found, folder)


def _make(count: int, seed: str, folder: Path) -> None:
    """The bundles and, by a copy of munro that no later edit of it touches, their results. Tens of minutes for a thousand."""
    shutil.copytree(MUNRO, folder / "munro")
    if not (folder / "bundles").is_dir():
        assert (
            _run(["simulate", str(folder / "bundles"), "--authorities", str(count), "--seed", seed, "--all-kinds"]) == 0
        )
    made = ["batch", str(folder / "bundles"), "-o", str(folder / "made"), "--framework", str(folder / "munro")]
    assert _run(made) == 0
    (folder / "made").rename(folder / "results")


def book(place: Path) -> Rulebook:
    """The framework at a place."""
    framework, known = frameworks.read(place), vocabulary.base()
    return Rulebook(framework, known, extend(framework, known))


def edited(munro: Path, edits: list[dict[str, str]], place: Path) -> Path:
    """A copy of munro with these edits."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(munro, place)
    for one in edits:
        path = place / one["file"]
        text = path.read_text("utf-8")
        assert text.count(one["old"]) == 1, one["name"]
        path.write_text(text.replace(one["old"], one["new"]), encoding="utf-8")
    return place


def _told(name: str, found: Replay, seconds: float) -> None:
    moved = [one for one in found.judged if one.otherwise]
    verdicts, alone = sum(one.verdict_moved for one in moved), sum(len(one.cause.parts) == 1 for one in moved)
    cells = (len(found.judged), len(found.not_judged), verdicts, len(moved) - verdicts, f"{alone} of {len(moved)}")
    print(f"| {name} | {' | '.join(map(str, cells))} | {seconds:.1f} |")


def _by_part(found: Replay) -> None:
    moved = [one for one in found.judged if one.verdict_moved]
    print("\nAll of them: verdicts, and the edits that each do it alone")
    for (then, now), count in Counter((one.then, one.now) for one in moved).most_common():
        print(f"- {count}: {then} becomes {now}")
    alone = Counter(
        named(part) for one in moved for part in (*one.cause.parts, *one.cause.others) if len(one.cause.parts) == 1
    )
    for part, count in alone.most_common():
        print(f"- {count}: {part}")
    print(f"- {sum(len(one.cause.parts) > 1 for one in moved)}: several together")


def _refused(found: Replay) -> None:
    print("\nNot judged anew, and why")
    for why, count in Counter(one.why.split(". When")[-1] for one in found.not_judged).most_common(5):
        print(f"- {count}: {why}")


def _held(found: Replay, folder: Path) -> None:
    """Whether the bundles themselves, judged the whole way by the changed framework, come out as their replayed results."""
    same = noted = otherwise = 0
    for one in found.judged[::EVERY]:
        now = inspection.work(folder / "bundles" / Path(one.name).stem, folder / "changed").inspection
        standings = {theme.theme: theme.standing for theme in now.themes}
        agrees = (one.now, one.now_row) == (now.verdict.verdict, now.verdict.row)
        agrees &= all(standings[theme.theme] == theme.now for theme in one.themes)
        same += agrees
        noted += not agrees and bool(one.notes)
        otherwise += not agrees and not one.notes
    print(
        f"\nJudged from their bundles by the changed framework: {same} come out as replayed, {noted} otherwise where a note"
    )
    print(f"says that it may be so, {otherwise} otherwise without one.")


if __name__ == "__main__":
    gc.set_threshold(500_000, 50, 50)
    place = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(tempfile.gettempdir()) / f"inspector-replay-{os.getpid()}"
    place.mkdir(exist_ok=True)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, sys.argv[2] if len(sys.argv) > 2 else "replay", place)
