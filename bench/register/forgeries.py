"""Forgeries of the register kind against every earlier submission, and honest authorities that hand in each month.

    python bench/register/forgeries.py [--seeds N] [--first N] [--submissions N] [--only NAME ...] [--minutes M] [--save FILE]

Each forgery is judged twice: by what a register keeps of the earlier submissions (digests), and by their files (`--earlier`).
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from lies import LIES
from monthly import HABITS, Series, authority, handed_in

STARTS = (("luck", True), ("mixed", True), ("still", True), ("decline", False), ("luck", False), ("fade", True))
PROBES = ("backdated-rows", "rewritten-history", "rows-taken-back", "turned-register")
ASKS = ("question", "strong-question")
GOOD = ("emerging", "improving")
HEIGHT = {
    "deteriorating": 0,
    "slipping": 1,
    "static": 2,
    "not-evidenced": 2,
    "not-trusted": 2,
    "emerging": 3,
    "improving": 4,
}


def judged(series: Series, *, files: bool) -> dict[str, Any]:
    """The verdict on the last submission, and what is asked, by the files of the earlier ones or by what a register keeps."""
    from inspector import inspection
    from inspector.bundle import read_bundle
    from inspector.evidence.held import held

    with tempfile.TemporaryDirectory() as there:
        places = [Path(there) / f"{k:02}" for k in range(len(series))]
        for one, place in zip(series, places, strict=True):
            one.write(place)
        *before, now = places
        if files:
            found = inspection.work(now, earlier=before, despite_problems=True).inspection
        else:
            read = [read_bundle(place).evidence for place in before]
            kept = tuple(held(one, f"salt {k}") for k, one in enumerate(read) if one is not None)
            found = inspection.work(now, despite_problems=True, remembered=lambda *_: kept).inspection
    asked = [(one.probe, one.subject, one.outcome) for one in found.traces if one.outcome in ASKS]
    return {"verdict": found.verdict.verdict, "asked": [one for one in asked if one[0] in PROBES]}


Work = tuple[str, bool, str, bool, tuple[str, ...], int]


def some(work: Work) -> list[dict[str, Any]]:
    """The lines of the results of one authority: its honest series, and each forgery or habit played on it."""
    kind, busy, seed, files, names, count = work
    series = handed_in(authority(kind, seed, work=busy), count)
    honest = judged(series, files=files)
    lines = []
    for name in names:
        played = [one.copy() for one in series]
        draw = Random(f"{name}/{kind}/{seed}")
        for made in [LIES[name]] if name in LIES else [HABITS[name]] if name in HABITS else HABITS.values():
            made(played, draw)
        found = judged(played, files=files)
        lines.append(
            {"name": name, "kind": kind, "busy": busy, "seed": seed, "files": files, "honest": honest, "found": found}
        )
    return lines


def main() -> None:
    """Print a line a forgery and a line a habit."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seeds", type=int, default=1)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--submissions", type=int, default=6)
    asked.add_argument("--only", nargs="*", default=[])
    asked.add_argument("--minutes", type=float, default=60.0)
    asked.add_argument("--save", default="")
    asked.add_argument("--jobs", type=int, default=2)
    said = asked.parse_args()
    names = [name for name in (*LIES, *HABITS, "all-habits") if not said.only or name in said.only]
    seeds = [str(said.first + k) for k in range(said.seeds)]
    work = []
    for seed in seeds:
        for files in (False, True):
            for kind, busy in STARTS:
                mine = [name for name in names if busy or name not in NEEDS_A_LOG]
                # Small parts, so that what is done in time is of all kinds.
                work += [(kind, busy, seed, files, tuple(mine[k::4]), said.submissions) for k in range(4)]
    Random(0).shuffle(work)
    found = list(_in_time(work, said.minutes, said.jobs))
    if said.save:
        Path(said.save).write_text(json.dumps(found, indent=1))
    _table(found)


NEEDS_A_LOG = ("aims-given-afterwards", "failures-dropped", "entries-put-right", "files-renamed")


def _in_time(work: list[Work], minutes: float, jobs: int) -> Iterator[dict[str, Any]]:
    end = time.monotonic() + 60 * minutes
    with ProcessPoolExecutor(jobs) as pool:
        for place, waiting in enumerate([pool.submit(some, part) for part in work]):
            if time.monotonic() > end:
                print(f"stopped in time: {place} of {len(work)}", file=sys.stderr)
                pool.shutdown(cancel_futures=True)
                return
            yield from waiting.result()


def _table(found: list[dict[str, Any]]) -> None:
    print("| forgery | of | asked | above the honest | of these to a good word | bad word gone | strong questions |")
    print("|---|---|---|---|---|---|---|")
    for name in (*LIES, *HABITS, "all-habits"):
        mine = [one for one in found if one["name"] == name]
        if mine:
            print(f"| {name} | {len(mine)} | {' | '.join(map(str, _counts(mine)))} |")
    for words, names in (("forgeries", LIES), ("honest", (*HABITS, "all-habits"))):
        mine = [one for one in found if one["name"] in names]
        print(f"\n{words}: {len(mine)}; asked, above, to a good word, bad word gone, strong: {_counts(mine)}")


def _counts(mine: list[dict[str, Any]]) -> tuple[int, ...]:
    above = [one for one in mine if HEIGHT[one["found"]["verdict"]] > HEIGHT[one["honest"]["verdict"]]]
    good = [one for one in above if one["found"]["verdict"] in GOOD]
    strong = sum(any(asked[2] == "strong-question" for asked in one["found"]["asked"]) for one in mine)
    return sum(bool(one["found"]["asked"]) for one in mine), len(above), len(good), len(above) - len(good), strong


if __name__ == "__main__":
    main()
