"""The same looked-after return through the domain's own validator and through `inspector check`: rows found, and time.

    python bench/returns/run.py [FOLDER]

FOLDER is a return of ten CSVs; without it the invented one of the tests. The validator is installed from PyPI into an environment
of its own below the folder for temporary files, once; where that cannot be, the reason is said and Inspector runs alone.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from pathlib import Path

from plant import FAULTS, TIMES, plant

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = "csc-validator-be-903==0.1.17"
OLD = "quality-lac-data-validator==1.0.3"
THEIR_TABLES = {
    "Episodes": "episodes", "Header": "header", "Reviews": "reviews", "UASC": "uasc", "OC2": "oc2", "OC3": "oc3", "AD1": "ad1",
    "PlacedAdoption": "placed_for_adoption", "PrevPerm": "previous_permanence", "Missing": "missing",
}  # fmt: skip
Flagged = dict[tuple[str, int], set[str]]


def environment(package: str) -> Path | None:
    """The interpreter of an environment with the package; None, and the reason is said, where it cannot be installed."""
    folder = Path(tempfile.gettempdir()) / f"bench-returns-{package.partition('=')[0]}"
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        venv.create(folder, with_pip=True, clear=True)
        run = subprocess.run(
            [python, "-m", "pip", "install", "-q", package], capture_output=True, text=True, check=False
        )
        if run.returncode:
            lines = [line for line in run.stderr.splitlines() if re.match(r"\s*\w*Error: ", line)]
            print(f"{package} cannot be installed here: {lines[-1].strip() if lines else run.stderr[-200:]}")
            return None
        (folder / "done").touch()
    return python


def measured(command: list[str], times: int) -> tuple[float, float, bytes]:
    """Least processor time of so many runs, peak memory in MB, and the output."""
    best, peak, out = float("inf"), 0.0, b""
    for _ in range(times):
        with tempfile.TemporaryFile() as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            best, peak = min(best, usage.ru_utime + usage.ru_stime), max(peak, usage.ru_maxrss / 1024)
            stream.seek(0)
            out = stream.read()
    return best, peak, out


def ours(folder: Path) -> tuple[float, float, Flagged]:
    """Time, memory and the rows that Inspector remarks on."""
    seconds, memory, out = measured([sys.executable, "-m", "inspector", "check", str(folder), "--format", "json"], 3)
    found: Flagged = defaultdict(set)
    for one in json.loads(out)["problems"]:
        if one["row"]:
            found[Path(one["file"]).stem, one["row"]].add(f"{one['rule']} {one['header']}")
    return seconds, memory, found


def theirs(python: Path, folder: Path) -> tuple[float, float, Flagged, dict]:
    """The same of the validator."""
    seconds, memory, out = measured([str(python), str(HERE / "theirs.py"), str(folder)], 1)
    said = json.loads(out.splitlines()[-1])
    found: Flagged = defaultdict(set)
    for table, row, rule in said["flagged"]:
        found[THEIR_TABLES.get(table, table), row].add(rule)
    return seconds, memory, found, said


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "data" / "ssda903-sample"
    environment(OLD)
    python = environment(PACKAGE)
    with tempfile.TemporaryDirectory() as scratch:
        clean, faulty = Path(scratch) / "clean", Path(scratch) / "faulty"
        for folder in (clean, faulty):
            folder.mkdir()
        planted = plant(source, faulty)
        for path in source.glob("*.csv"):
            if path.name != "reference_rule_counts.csv":
                (clean / path.name).write_bytes(path.read_bytes())
        sides = {"inspector": (ours(clean), ours(faulty))}
        if python:
            before, after = theirs(python, clean), theirs(python, faulty)
            sides[PACKAGE] = (before[:3], after[:3])
            print(f"{PACKAGE}: {before[3]['rules']} rules, {before[3]['skipped']} skipped for want of tables, "
                  f"{len(before[3]['crashed'])} crashed; with the faults {len(after[3]['crashed'])} crashed")  # fmt: skip
        for name, (before, _) in sides.items():
            print(f"{name}: {before[0]:.2f} s of processor, {before[1]:.0f} MB; {len(before[2]):,} rows remarked on")
        print(f"\nof {TIMES} planted each, rows on which something new is said:")
        for fault, places in planted.items():
            counts = [
                sum(bool(after[2].get(at, set()) - before[2].get(at, set())) for at in places)
                for before, after in sides.values()
            ]
            print(f"{FAULTS[fault][2]:6} {fault:48} {'  '.join(f'{count:3}' for count in counts)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
