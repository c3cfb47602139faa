"""`register history` in an SQLite register of many submissions: of an authority with 36, with 1,250, and with all.

`python bench/register/history.py [SUBMISSIONS] [RUNS]`. Processor time of the whole command in a process of its own, start of
Python included, and of the query and the page alone; the least of so many runs: other work on the machine only ever adds. The
entries are made through the register itself, a transaction for each thousand.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from speed import spent

from inspector.model.register import RowsRoot, SubmissionBody
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft
from inspector.register.histories import history
from inspector.report.history import render

AT_MOST = 0.5
ROWS = tuple(RowsRoot(resource=f"r{at}", kind="indicators", rows_root=f"sha256:{at:064x}", rows=9) for at in range(12))


def made(place: Path, many: int, authorities: int) -> None:
    """A register with so many submissions of so many authorities in turn."""
    signer = keys.new(place.with_suffix(".key"))
    with opened(str(place), make=True) as book:
        for first in range(0, many, 1000):
            drafts = [_draft(at, f"Authority {at % authorities}") for at in range(first, min(first + 1000, many))]
            book.append(drafts, signer)


def _draft(at: int, authority: str) -> Draft:
    year, month = 2000 + at // 12 % 25, at % 12 + 1
    end = f"{year + 3}-{month:02}-28"
    body = SubmissionBody(
        root=f"sha256:{at:064x}", digest="d", period_start=f"{year}-{month:02}-01", period_end=end, resources=ROWS
    )
    return Draft("submission", authority, body)


def looked_up(place: Path, runs: int) -> None:
    """Print what the history of `Authority 0` takes, beside the limit."""
    with opened(str(place)) as book:
        entries = book.entries(authority="authority 0")
        asked = least(runs, lambda: book.entries(authority="authority 0"))
    told = history("Authority 0", entries)
    shown = {form: least(runs, lambda form=form: render(told, form)) for form in ("text", "html", "json")}  # type: ignore[misc]
    command = ("-m", "inspector", "register", "history", "Authority 0", "-r", str(place))
    whole = min(spent(*command) for _ in range(runs))
    start = min(spent("-m", "inspector", "--version") for _ in range(runs))
    pages = ", ".join(f"{form} {took:.3f} s" for form, took in shown.items())
    print(f"  {len(entries):,} of its own: the query {asked:.3f} s; laid out as {pages}")
    print(f"  the whole command {whole:.2f} s (limit {AT_MOST} s), of which {start:.2f} s any command takes to start")


def least(runs: int, call: Callable[[], object]) -> float:
    """The least processor time of a call, in seconds."""
    took = []
    for _ in range(runs):
        before = time.process_time()
        call()
        took.append(time.process_time() - before)
    return min(took)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    many, runs = given[0] if given else 10_000, given[1] if len(given) > 1 else 5
    for authorities in (278, 8, 1):
        with tempfile.TemporaryDirectory() as work:
            made(Path(work) / "many.db", many, authorities)
            print(f"{many:,} submissions, by authorities: {authorities}")
            looked_up(Path(work) / "many.db", runs)
