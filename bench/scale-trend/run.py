"""What `inspector trend` costs over thousands of series: wall and processor time and peak memory of whole processes.

Beside it stand the imports alone, and a peer written by hand that reads the same file and puts XmR limits round each series,
judging nothing. Arguments: how many series (5,000 by default).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SERIES = 5000
POINTS = 36
IMPORTS = "import numpy, inspector.cli, inspector.cli.trend, inspector.trends.as_json, inspector.stats.shapes"
PEER = """
import csv, sys
import numpy as np
series = {}
with open(sys.argv[1], newline="") as lines:
    for row in csv.DictReader(lines):
        value = float(row["value"]) if row["value"] else 100 * float(row["numerator"]) / float(row["denominator"])
        series.setdefault(row["series"], []).append((row["period"], value))
for name, found in series.items():
    y = np.array([value for _, value in sorted(found)])
    ranges = np.abs(np.diff(y))
    reach = 2.66 * ranges[ranges < 3.267 * ranges.mean()].mean() if ranges.any() else 0.0
    print(name, len(y), y.mean() - reach, y.mean(), y.mean() + reach)
"""


def series(path: Path, many: int, mixed: bool) -> None:
    """Two in three are shares with denominators, one plain numbers; half change, some fade. `mixed`: 6 to 120 points."""
    random = np.random.default_rng(7)
    rows = ["series,period,numerator,denominator,value,better"]
    for one in range(many):
        n = int(random.integers(6, 121)) if mixed else POINTS
        onset, size = random.integers(n // 4, 3 * n // 4 + 1), random.choice([0, 0, 0.2, -0.2, 0.1])
        until = onset + n // 4 if random.random() < 0.3 else n
        place = np.arange(n)
        share = np.clip(random.uniform(0.2, 0.8) + size * ((place >= onset) & (place < until)), 0.02, 0.98)
        of = np.maximum(1, random.poisson(random.choice([8, 30, 100, 400]), n))
        counts, plain = random.binomial(of, share), np.round(100 * share + random.normal(0, 6, n), 2)
        better = "up" if one % 2 else "down"
        for k in range(n):
            amounts = f",,{plain[k]}" if one % 3 == 1 else f"{counts[k]},{of[k]},"
            rows.append(f"series {one},{2010 + k // 12}-{k % 12 + 1:02d},{amounts},{better}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def cost(*command: str) -> tuple[float, float, float]:
    """Wall seconds, seconds of processor and peak memory (MB) of one process."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print a line for each, with its ratio to the imports."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else SERIES
    python = (sys.executable, "-c")
    with tempfile.TemporaryDirectory() as folder:
        equal, mixed = Path(folder) / "equal.csv", Path(folder) / "mixed.csv"
        series(equal, many, mixed=False)
        series(mixed, many, mixed=True)
        main_of = "import sys; from inspector.cli import main; sys.exit(main())"
        runs = {
            "imports alone": (*python, IMPORTS),
            f"peer, {POINTS} points": (*python, PEER, str(equal)),
            f"json, {POINTS} points": (*python, main_of, "trend", str(equal), "--format", "json"),
            f"text, {POINTS} points": (*python, main_of, "trend", str(equal)),
            "json, 6 to 120 points": (*python, main_of, "trend", str(mixed), "--format", "json"),
        }
        base = None
        sys.stdout.write(
            f"{many} series; load {os.getloadavg()[0]:.1f}\n| what | wall s | cpu s | times imports | MB |\n"
        )
        for name, command in runs.items():
            wall, cpu, memory = cost(*command)
            base = base or cpu
            sys.stdout.write(f"| {name} | {wall:.1f} | {cpu:.2f} | {cpu / base:.1f} | {memory:.0f} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
