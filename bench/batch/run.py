"""Many at once against one by one: 153 authorities, the pool, a local Dask cluster, memory, and a run that is killed.

    python bench/batch/run.py [AUTHORITIES] [--bundles N]

All are timed in one run, and what one process each costs by a sample of them, before and after the others. Exits with 1 where a
limit is passed. How busy the machine was is printed beside, as what else runs on it is in the numbers. `--bundles` is how many
are judged by one worker for its memory (0: none).
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSPECTOR = [sys.executable, "-m", "inspector"]
EXAMPLES = ("brackenshire", "quiet-improver", "good-on-paper")
SAMPLE = 15
"""Authorities that are judged one by one, in a process each, for what that costs."""
FASTER, WARM, BY_DASK = 1.8, 0.6, 1.15


def made(folder: Path, count: int) -> list[Path]:
    """The examples, and simulated authorities of every conduct."""
    for name in EXAMPLES:
        shutil.copytree(ROOT / "evidence" / "examples" / name, folder / name)
    words = [
        *INSPECTOR,
        "simulate",
        str(folder / "made"),
        "--authorities",
        str(count - len(EXAMPLES)),
        "--seed",
        "bench-batch",
    ]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    for one in sorted((folder / "made").iterdir()):
        if one.is_dir():
            one.rename(folder / one.name)
    shutil.rmtree(folder / "made")
    return sorted(folder.iterdir())


class Run:
    """Wall and processor seconds of a command, those of all its processes."""

    def __init__(self, words: list[str], env: dict[str, str]) -> None:
        before, began = os.times(), time.perf_counter()
        done = subprocess.run([*INSPECTOR, *words], capture_output=True, text=True, check=False, env=env)
        self.wall, after = time.perf_counter() - began, os.times()
        self.cpu = after.children_user + after.children_system - before.children_user - before.children_system
        self.code, self.told = done.returncode, done.stdout + done.stderr
        if self.code > 1:
            raise SystemExit(self.told)


def one_by_one(bundles: list[Path], out: Path, env: dict[str, str]) -> tuple[float, float]:
    """Mean wall and processor seconds of one process each, over a sample."""
    runs = []
    for one in bundles:
        words = [
            "assess",
            str(one),
            "--framework",
            "munro",
            "--format",
            "json",
            "--despite-problems",
            "-o",
            str(out / f"{one.name}.json"),
        ]
        runs.append(Run(words, env))
    return sum(run.wall for run in runs) / len(runs), sum(run.cpu for run in runs) / len(runs)


def many(bundles: list[Path], out: Path, env: dict[str, str], *words: str) -> Run:
    return Run(["batch", *map(str, bundles), "--framework", "munro", "--despite-problems", "-o", str(out), *words], env)


def same(one: Path, other: Path) -> bool:
    return all((other / path.name).read_bytes() == path.read_bytes() for path in one.glob("*.json"))


def dask(bundles: list[Path], out: Path, env: dict[str, str], workers: int) -> Run:
    """On a cluster of so many workers that stands already, warm: it judged two before."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
        many(bundles[:workers], out.with_name("dask-warm"), env, "--dask", cluster.scheduler_address)
        return many(bundles, out, env, "--dask", cluster.scheduler_address)


def killed(bundles: list[Path], out: Path, env: dict[str, str]) -> int:
    """Killed at random moments until it is done: how often. Results are those of a run that was not; nothing is done twice."""
    whole = many(bundles, out.with_name("not-killed"), env)
    words = ["batch", *map(str, bundles), "--framework", "munro", "--despite-problems", "-o", str(out)]
    draw, times = random.Random("bench-batch"), 0
    while True:
        running = subprocess.Popen([*INSPECTOR, *words], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running.wait(draw.uniform(0.2, 0.7) * whole.wall)
            break
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.wait()
            times += 1
    assert same(out, out.with_name("not-killed"))
    keys = [json.loads(line)["key"] for line in (out / "done.jsonl").read_text().splitlines()]
    assert len(keys) == len(set(keys)) == len(bundles), "what was done was done again, or not at all"
    return times


def memory(bundles: list[Path], count: int) -> list[tuple[int, int]]:
    """Megabytes of one worker that is never replaced after so many bundles."""
    code = """
import gc, sys
gc.set_threshold(500_000, 50, 50)
from inspector.batch.judge import judged
from inspector.batch.keys import content
from inspector.batch.pool import _memory
from inspector.batch.task import Judged, Options, Task
from inspector.inspection import load
from inspector.version import __version__
from pathlib import Path
options = Options("munro", load("munro").framework.digest, __version__, despite_problems=True)
tasks = [Task(path, path, content(Path(path)), options) for path in sys.argv[2:]]
for number in range(1, int(sys.argv[1]) + 1):
    assert isinstance(judged(tasks[number % len(tasks)]), Judged)
    if number in (1, 10, 50) or number % 100 == 0:
        print(number, _memory() // 1_000_000, flush=True)
"""
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
    words = [sys.executable, "-c", code, str(count), *map(str, bundles)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env) as running:
        assert running.stdout is not None
        found = [(int(number), int(size)) for number, size in map(str.split, running.stdout)]
    assert running.returncode == 0
    return found


def busy() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> int:
    reading = argparse.ArgumentParser()
    reading.add_argument("authorities", type=int, nargs="?", default=153)
    reading.add_argument("--bundles", type=int, default=2_000)
    reading.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = reading.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in ("in", "one", "cache"):
            (folder / name).mkdir()
        env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        bundles = made(folder / "in", given.authorities)
        size = sum(file.stat().st_size for one in bundles for file in one.rglob("*") if file.is_file())
        print(f"{len(bundles)} authorities, {size / 1e6:.0f} MB; {busy()}", flush=True)
        over = speed(bundles, folder, env, given.jobs)
        times = killed(bundles[:: max(1, len(bundles) // 30)], folder / "killed", env)
        print(
            f"killed {times} times at random moments and taken up again: nothing done twice, the same bytes", flush=True
        )
        if given.bundles:
            over |= grown(memory(bundles, given.bundles))
    return int(over)


def speed(bundles: list[Path], folder: Path, env: dict[str, str], jobs: int) -> bool:
    """Prints what each way costs; whether a limit is passed."""
    sample = bundles[:: max(1, len(bundles) // SAMPLE)]
    one_by_one(sample[:1], folder / "one", env)
    first = one_by_one(sample, folder / "one", env)
    print(f"one process each, {len(sample)} of them: {told(first)}", flush=True)
    pool = many(bundles, folder / "pool", env, "--jobs", str(jobs))
    print(f"pool of {jobs}: {pool.wall:.1f} s; {told((pool.wall / len(bundles), pool.cpu / len(bundles)))}", flush=True)
    cluster = dask(bundles, folder / "dask", env, jobs)
    print(f"Dask, {jobs} workers: {cluster.wall:.1f} s; {busy()}", flush=True)
    again = one_by_one(sample, folder / "one", env)
    print(f"one process each again: {told(again)}", flush=True)
    assert same(folder / "one", folder / "pool"), "other bytes than one by one"
    assert same(folder / "pool", folder / "dask"), "other bytes on Dask"
    assert (folder / "pool" / "summary.csv").read_bytes() == (folder / "dask" / "summary.csv").read_bytes()
    wall, cpu = (first[0] + again[0]) / 2, (first[1] + again[1]) / 2
    faster, warm, by_dask = wall * len(bundles) / pool.wall, pool.cpu / len(bundles) / cpu, cluster.wall / pool.wall
    print(f"the pool is {faster:.2f} times as fast as one process each (at least {FASTER})")
    print(f"a bundle in a warm worker, starts and all: {warm:.2f} of a fresh process's processor time (at most {WARM})")
    print(f"Dask takes {by_dask:.2f} of the pool's time (at most {BY_DASK})", flush=True)
    return faster < FASTER or warm > WARM or by_dask > BY_DASK


def grown(sizes: list[tuple[int, int]]) -> bool:
    """Prints the memory of a worker; whether it grew by more than a tenth from its 100th bundle to its last."""
    print("memory of one worker, MB after so many: " + ", ".join(f"{number}: {size}" for number, size in sizes))
    late = [size for number, size in sizes if number >= 100]
    return bool(late) and late[-1] > 1.1 * late[0]


def told(costs: tuple[float, float]) -> str:
    return f"{costs[0]:.2f} s, {costs[1]:.2f} s of processor each; {busy()}"


if __name__ == "__main__":
    sys.exit(main())
