"""What a register costs: `register add` beyond reading the bundle, and looking up among many submissions.

`python bench/register/speed.py [RUNS] [SUBMISSIONS]`. Processor time, the least of so many runs taken in turn, each in a process
of its own: other work on the machine only ever adds. *Reading* is the seal held and the rows made into evidence.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inspector.model.register import RowsRoot, SubmissionBody
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft

ROOT = Path(__file__).parents[2]
READING = (
    "import sys; from inspector.cli import _prepare; _prepare()\n"
    "from pathlib import Path\n"
    "import click, inspector.cli.register.add_\n"
    "from inspector.packing.verifying import verified\n"
    "verified(Path(sys.argv[1])).reading.evidence\n"
    "import os; os._exit(0)"
)


def spent(*command: str) -> float:
    """Seconds of processor time of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def adding(runs: int, folder: Path) -> None:
    """`register add` of `brackenshire`: into a new register, and once more, after the month before."""
    bundle, place = folder / "brackenshire", folder / "r.db"
    shutil.copytree(ROOT / "evidence" / "examples" / "brackenshire", bundle)
    spent("-m", "inspector", "bundle", "seal", str(bundle), "-q")
    read, added = [], []
    for _ in range(runs):
        for one in folder.glob("r.*"):
            one.unlink()
        read.append(spent("-c", READING, str(bundle)))
        added.append(spent("-m", "inspector", "register", "add", str(bundle), "-r", str(place)))
    beyond = min(added) - min(read)
    print(f"add: {min(added):.2f} s, of which reading {min(read):.2f} s: {beyond:.2f} s beyond it (at most .3 asked)")


def looking_up(many: int, folder: Path) -> None:
    """Submissions of one authority among many."""
    place, signer = str(folder / "many.db"), keys.new(folder / "many.key")
    rows = tuple(
        RowsRoot(resource=f"r{at}", kind="indicators", rows_root=f"sha256:{at:064x}", rows=9) for at in range(12)
    )
    with opened(place, make=True) as book:
        for first in range(0, many, 1000):
            book.append([_draft(at, rows) for at in range(first, min(first + 1000, many))], signer)
    with opened(place) as book:
        for what, call in (
            ("the entries of one authority", lambda: book.entries(authority="authority 7")),
            ("all entries", book.entries),
            ("a receipt", lambda: book.receipt(many // 2)),
        ):
            took = min(_took(call) for _ in range(3))
            print(f"{many:,} submissions: {what}: {took * 1000:,.1f} ms")
    history = min(spent("-m", "inspector", "register", "history", "Authority 7", "-r", place) for _ in range(3))
    print(
        f"{many:,} submissions: the whole command `register history`: {history:.2f} s (at most .5 asked of the query)"
    )


def _draft(at: int, rows: tuple[RowsRoot, ...]) -> Draft:
    body = SubmissionBody(
        root=f"sha256:{at:064x}", digest="d", period_start="2025-01-01", period_end="2025-03-31", resources=rows
    )
    return Draft("submission", f"Authority {at % 300}", body)


def _took(call: object) -> float:
    start = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - start


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as work:
        adding(given[0] if given else 10, Path(work))
        looking_up(given[1] if len(given) > 1 else 10_000, Path(work))
