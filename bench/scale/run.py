"""How the time of `assess` grows with indicators, log entries and rules: processor seconds of whole processes.

`python bench/scale/run.py [most-indicators] [most-entries]` prints a line a size, with the time an item takes beyond an empty
bundle's, and exits with 1 where an item of the largest size takes more than `MOST` times what one of the smallest takes.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import bundle, framework

INSPECTOR = Path(sys.executable).with_name("inspector")
MOST = 1.6
"""How many times as long an item of the largest size may take: as long, but for what a busy machine adds."""
INDICATORS, ENTRIES, RULES = (250, 500, 1000, 2000), (6250, 25_000, 100_000), (1, 2, 4)


def spent(folder: Path, *more: str) -> float:
    """Processor seconds of one `assess`, without the cache of frameworks being made."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(INSPECTOR), "assess", str(folder), "--format", "json", *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def grows(what: str, sizes: list[int], seconds: list[float], base: float) -> bool:
    """Print a line a size; whether an item costs more than it may in the largest."""
    each = [(spent - base) / size for size, spent in zip(sizes, seconds, strict=True)]
    for size, took, one in zip(sizes, seconds, each, strict=True):
        print(f"{size:9,} {what:14} {took:7.2f} s {1e3 * one:8.3f} ms each {one / each[0]:6.2f} x", flush=True)
    return each[-1] > MOST * each[0]


def main() -> int:
    limits = [int(text) for text in sys.argv[1:]]
    indicators = [n for n in INDICATORS if n <= (limits[0] if limits else INDICATORS[-1])]
    entries = [n for n in ENTRIES if n <= (limits[1] if len(limits) > 1 else ENTRIES[-1])]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = bundle(folder / "small", 6, 0)
        spent(small)
        base = spent(small)
        print(f"a bundle of 6 indicators: {base:.2f} s")
        over = grows("indicators", indicators, [spent(bundle(folder / f"i{n}", n, 0)) for n in indicators], base)
        over |= grows("log entries", entries, [spent(bundle(folder / f"e{n}", 6, n)) for n in entries], base)
        some = bundle(folder / "some", 100, 500)
        frameworks = [str(framework(folder / f"f{n}", n)) for n in RULES]
        for one in frameworks:
            spent(some, "--framework", one)
        took = [spent(some, "--framework", one) for one in frameworks]
        for times, seconds in zip(RULES, took, strict=True):
            print(f"{times:9} x the rules  {seconds:7.2f} s")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
