"""Whole processes side by side: `check` against a script by hand, Frictionless, and reading cells alone.

    python bench/tables/run.py [--rows 1000000] [--large] [--frictionless]

`--large` adds five million rows (memory); `--frictionless` adds that peer (pip install frictionless) on 50,000 rows.
"""

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import inspector

HERE = Path(__file__).parent
REPEATS = 3


def measured(command: list[str], repeats: int = REPEATS) -> tuple[float, float, bytes]:
    """Least processor time in seconds, highest peak memory in MB, and the last output."""
    best, peak, out = float("inf"), 0.0, b""
    for _ in range(repeats):
        with tempfile.TemporaryFile() as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            best = min(best, usage.ru_utime + usage.ru_stime)
            peak = max(peak, usage.ru_maxrss / 1024)
            stream.seek(0)
            out = stream.read()
    return best, peak, out


def check(path: Path, form: str = "text") -> list[str]:
    """The command line that checks `path`."""
    return [sys.executable, "-m", "inspector", "check", str(path), "--format", form]


def big(folder: Path, rows: int) -> None:
    """A big table: time and memory against the script by hand, and the truth against what was found."""
    bundle = folder / f"big{rows}"
    subprocess.run([sys.executable, str(HERE / "generate.py"), str(bundle), str(rows)], check=True)
    repeats = REPEATS if rows <= 1_000_000 else 1
    by_hand = measured([sys.executable, str(HERE / "by_hand.py"), str(bundle / "cases.csv")], repeats)
    ours = measured(check(bundle), repeats)
    as_json = measured(check(bundle, "json"), 1)
    told: dict[str, list[int]] = {}
    for problem in json.loads(as_json[2])["problems"]:
        told.setdefault(problem["rule"], []).append(problem["row"])
    truth = json.loads(bundle.with_suffix(".truth.json").read_text())
    exact = {rule: sorted(found) for rule, found in told.items()} == truth
    print(f"{rows:,} rows: by hand {by_hand[0]:.2f} s, {by_hand[1]:.0f} MB; check {ours[0]:.2f} s, {ours[1]:.0f} MB")
    ratio = f"{ours[0] / by_hand[0]:.2f} in time, {ours[1] / by_hand[1]:.2f} in memory"
    print(f"  ratio {ratio}; as JSON {as_json[0]:.2f} s")
    print(f"  every row that was spoilt was found, and no other: {exact} ({sum(map(len, truth.values())):,} faults)")


def frictionless(folder: Path) -> None:
    """The peer, on a table it can finish."""
    bundle = folder / "small"
    subprocess.run([sys.executable, str(HERE / "generate.py"), str(bundle), "50000"], check=True)
    theirs = measured([sys.executable, str(HERE / "frictionless_check.py"), str(bundle)], 1)
    ours = measured(check(bundle))
    million = folder / "big1000000"
    large = measured(check(million), 1)[0] if million.exists() else float("nan")
    print(f"50,000 rows: Frictionless {theirs[0]:.1f} s, {theirs[1]:.0f} MB; check {ours[0]:.2f} s. A million rows would take "
          f"Frictionless about {20 * theirs[0]:.0f} s, {20 * theirs[0] / large:.0f} times check's {large:.2f} s")  # fmt: skip


def workbook(folder: Path) -> None:
    """An Annex A workbook against reading its cells."""
    book = folder / "annex_a.xlsx"
    subprocess.run([sys.executable, str(HERE / "generate_annex_a.py"), str(book)], check=True)
    cells = measured([sys.executable, str(HERE / "read_cells.py"), str(book)])
    ours = measured(check(book))
    problems = json.loads(measured(check(book, "json"), 1)[2])["problems"]
    found = {
        sheet: dict(sorted(Counter(p["rule"] for p in problems if p["sheet"] == sheet).items()))
        for sheet in sorted({p["sheet"] for p in problems})
    }
    truth = json.loads(book.with_suffix(".truth.json").read_text())
    exact = found == {sheet: dict(sorted(faults.items())) for sheet, faults in truth.items()}
    print(f"Annex A, 50,000 rows: reading cells {cells[0]:.2f} s, {cells[1]:.0f} MB; check {ours[0]:.2f} s, "
          f"{ours[1]:.0f} MB; ratio {ours[0] / cells[0]:.2f}; exactly what was planted: {exact}")  # fmt: skip


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--frictionless", action="store_true")
    asked = parser.parse_args()
    # What is installed has its bytecode; so has what is run from a checkout, then.
    compileall.compile_dir(Path(inspector.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        big(Path(folder), asked.rows)
        workbook(Path(folder))
        if asked.frictionless:
            frictionless(Path(folder))
        if asked.large:
            big(Path(folder), 5_000_000)


if __name__ == "__main__":
    main()
