"""Measure what hostile inputs cost: processor time and peak memory of the whole process, beside 20 s and 2 GB.

    python run.py [WORDS OF A NAME ...]

Each input is made, given to the real command line with 4 GB of address space, and thrown away. Unix alone.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES, ADDRESSES = 20, 2000, 4_000_000 * 1024


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))


def measured(words: list[str]) -> tuple[int, float, float, str]:
    """Exit code, seconds of processor time, peak MB, and the first problem that was told."""
    with tempfile.TemporaryFile() as out:
        # A process counts what its parent held when it was forked, so that one that holds little stands between.
        between = [sys.executable, __file__, "--one", *words]
        measure = subprocess.run(between, stdout=subprocess.PIPE, stderr=out, check=True)
        out.seek(0)
        told = [line for line in out.read().decode("utf-8", "replace").splitlines() if "[" in line and "]" in line]
    code, seconds, memory = measure.stdout.split()
    rule = told[0].partition("[")[2].partition("]")[0] if told else ""
    return int(code), float(seconds), float(memory), rule[:24]


def one(words: list[str]) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.run(
        [sys.executable, "-m", "inspector", *words], stdout=2, preexec_fn=limited, env=env, check=False
    )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main(*wanted: str) -> bool:
    from case_rows import main as case_rows
    from inputs import ALL

    beyond = False
    print("| input | bytes | command | exit | told | s | MB |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as at:
        for make in ALL:
            folder = Path(at, make.__name__)
            folder.mkdir()
            for name, (words, path) in make(folder):
                if wanted and not all(word in name for word in wanted):
                    continue
                size = sum(p.stat().st_size for p in ([path] if path.is_file() else path.iterdir()))
                beyond |= told(name, size, [*words, str(path)])
        if not wanted or "million" in wanted:
            case_rows(Path(at, "case"), 500_000)
            size = sum(p.stat().st_size for p in Path(at, "case").iterdir())
            beyond |= told(
                "a million case rows in two lists",
                size,
                ["assess", "--despite-problems", str(Path(at, "case"))],
                slow=True,
            )
    return beyond


def told(name: str, size: int, words: list[str], *, slow: bool = False) -> bool:
    start = time.monotonic()
    code, seconds, memory, rule = measured(words)
    late = not slow and min(seconds, time.monotonic() - start) > SECONDS
    wrong = code not in (0, 1, 2) or memory > MEGABYTES or late
    mark = " **beyond**" if wrong else ""
    print(
        f"| {name} | {size:,} | {' '.join(words[:-1])} | {code} | {rule} | {seconds:.1f} | {memory:.0f}{mark} |",
        flush=True,
    )
    return wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2:])
        sys.exit()
    sys.exit(main(*sys.argv[1:]))
