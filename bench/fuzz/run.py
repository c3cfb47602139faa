"""Run the fuzzers of `tests/fuzz` over many more cases than the suite does: `python bench/fuzz/run.py --help`.

Each worker is a process of its own with four gigabytes of address space and twenty seconds a case, so that a native reader
which aborts, hangs or eats memory is seen as well, and the run goes on with the next case. A case is known by its number: the
same number is the same case as long as the fuzzer is not changed, so a case that failed is written to a folder as files.
"""

import argparse
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
SECONDS = 20
ADDRESS_SPACE = 4_000_000 * 1024
CHUNK = 2000


def main() -> int:
    """Run what is asked; 1 where anything was found."""
    asked = _asked()
    if asked.worker:
        _work(asked.worker, *asked.range, Path(asked.notes))
        return 0
    from tests.fuzz.fuzzer import all_fuzzers

    names = asked.only or sorted(all_fuzzers())
    faults = 0
    print(f"{'fuzzer':18} {'cases':>9} {'s':>6}  what came of them")
    for name in names:
        began = time.perf_counter()
        ranges = [
            (name, at, min(at + CHUNK, asked.seed + asked.cases))
            for at in range(asked.seed, asked.seed + asked.cases, CHUNK)
        ]
        with ThreadPoolExecutor(asked.workers) as pool:
            parts = list(pool.map(lambda one: _watched(*one), ranges))
        came = sum((Counter(part["came"]) for part in parts), Counter())
        found = [fault for part in parts for fault in part["faults"]]
        words = ", ".join(f"{word} {count}" for word, count in came.most_common(8))
        print(
            f"{name:18} {asked.cases:9,} {time.perf_counter() - began:6.0f}  {words}; faults {len(found)}", flush=True
        )
        faults += len(found)
        _told(name, found, asked.keep)
    return int(faults > 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000, help="how many of each fuzzer")
    parser.add_argument(
        "--seed", type=int, default=1_000_000, help="the number of the first case; the suite begins at 0"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for the files of one case of each sort of fault")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--range", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--notes", help=argparse.SUPPRESS)
    parser.add_argument("only", nargs="*", help="names of fuzzers; all where none is given")
    return parser.parse_args()


def _watched(name: str, start: int, end: int) -> dict[str, object]:
    """What came of the cases of a range. A worker that dies leaves the number it was at; another goes on behind it."""
    came: Counter[str] = Counter()
    faults: list[dict[str, object]] = []
    while start < end:
        with tempfile.TemporaryDirectory() as folder:
            notes = Path(folder, "notes")
            command = [
                sys.executable,
                __file__,
                "--worker",
                name,
                "--range",
                str(start),
                str(end),
                "--notes",
                str(notes),
            ]
            ended = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
            lines = [json.loads(line) for line in notes.read_text().splitlines()] if notes.exists() else []
        for line in lines:
            came.update(line.get("came", {}))
            faults += [line] if "fault" in line else []
        at = max((line["at"] for line in lines if "at" in line), default=start)
        if ended.returncode == 0:
            break
        last = ended.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        faults.append({"case": at, "fault": f"died with {ended.returncode}: {' '.join(last)[:200]}"})
        start = at + 1
    return {"came": came, "faults": faults}


def _work(name: str, start: int, end: int, notes: Path) -> None:
    from tests.fuzz.fuzzer import all_fuzzers, case, run

    fuzzer = all_fuzzers()[name]
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, _late)
    with tempfile.TemporaryDirectory() as root, notes.open("a") as told:
        for seed in range(start, end):
            told.write(json.dumps({"at": seed}) + "\n")
            told.flush()
            signal.setitimer(signal.ITIMER_REAL, SECONDS, 2 * SECONDS)
            try:
                told.write(json.dumps({"came": {run(fuzzer, case(fuzzer, seed), Path(root)): 1}}) + "\n")
            except BaseException as fault:  # what a native library raises may derive from nothing else
                where = traceback.extract_tb(fault.__traceback__)[-1]
                place = f"{Path(where.filename).name}:{where.lineno}"
                told.write(
                    json.dumps({"case": seed, "fault": f"{type(fault).__name__} at {place}: {str(fault)[:300]}"}) + "\n"
                )
            signal.setitimer(signal.ITIMER_REAL, 0)


def _late(*_: object) -> None:
    raise TimeoutError(f"not done in {SECONDS} s")


def _told(name: str, found: list[dict[str, object]], keep: Path | None) -> None:
    """One case of each sort of fault, with how many there were of it; its files where they are to be kept."""
    sorts: dict[str, list[dict[str, object]]] = {}
    for fault in found:
        sorts.setdefault(str(fault["fault"]).partition(": ")[0], []).append(fault)
    for sort, faults in sorted(sorts.items(), key=lambda one: -len(one[1])):
        first = faults[0]
        print(f"  {len(faults)} of {sort}; case {first['case']}: {str(first['fault'])[:240]}")
        if keep is not None:
            from tests.fuzz.fuzzer import all_fuzzers, case

            for file, data in case(all_fuzzers()[name], int(str(first["case"]))).items():
                target = keep / name / str(first["case"]) / file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
