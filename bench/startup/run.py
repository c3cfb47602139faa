"""What a start costs: processor time of whole processes, medians of runs taken in turn, so that a busy moment hits all alike.

Prints each command's median, and the two ratios that the project holds itself to. Exits with 1 when one is over. What `assess`
is held against stays the same list of libraries, so that one imported no longer counts as a gain; beside it stand those left.
"""

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "evidence" / "examples" / "brackenshire"
INSPECTOR = Path(sys.executable).with_name("inspector")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21

LIBRARIES = """
import sys, os
if sys.version_info >= (3, 13): sys.setdlopenflags(os.RTLD_LAZY)
import click, jsonschema, numpy, numpy.typing, polars, tabulate, yaml
from pydantic import BaseModel
import durable.engine
"""

LEFT = LIBRARIES.replace(" jsonschema,", "").replace(", yaml", "")

COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "inspector --version": [str(INSPECTOR), "--version"],
    "import what assess uses": [sys.executable, "-c", LIBRARIES],
    "import what it still does": [sys.executable, "-c", LEFT],
    "import click and rich": [sys.executable, "-c", "import click, rich.console, rich.table, rich.text"],
    "assess brackenshire": [str(INSPECTOR), "assess", str(BUNDLE)],
    "the same in colour": ["env", "FORCE_COLOR=1", str(INSPECTOR), "assess", str(BUNDLE)],
    "the same, --full": [str(INSPECTOR), "assess", str(BUNDLE), "--full"],
    "check brackenshire": [str(INSPECTOR), "check", str(BUNDLE)],
}
LIMITS = [
    ("inspector --version", "import click", 1.5, None),
    ("assess brackenshire", "import what assess uses", 1.6, None),
]


def seconds(command: list[str], folder: str) -> float:
    """User and system seconds; frameworks are kept in the folder, as they are in a user's cache from the second run on."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "XDG_CACHE_HOME": folder}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    # An editable install has no bytecode of its own where writing it is switched off; an installed wheel always has.
    compileall.compile_dir(ROOT / "inspector", quiet=1)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        for name in COMMANDS:
            seconds(COMMANDS[name], folder)
        for _ in range(ROUNDS):
            for name, command in COMMANDS.items():
                times[name].append(seconds(command, folder))
    median = {name: statistics.median(values) for name, values in times.items()}
    for name, value in median.items():
        print(f"{name:26} {1000 * value:7.1f} ms  {value / median['python']:5.1f} x python")
    over = 0
    for name, base, ratio, most in LIMITS:
        measured = median[name] / median[base]
        failed = measured > ratio or (most is not None and median[name] > most)
        over += failed
        print(f"{name} / {base}: {measured:.2f} (limit {ratio}){' OVER' if failed else ''}")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
