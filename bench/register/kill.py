"""A writer killed at a random moment, again and again: is what it was told to be entered still there, and does everything fit?

    python bench/register/kill.py [TIMES] [SEED] [sqlite|postgresql|power]

`power` stops the PostgreSQL server itself at once, as a power cut does, and starts it again. What is counted is in README.md.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from inspector.model.register import VisitBody  # noqa: E402
from inspector.register import keys  # noqa: E402
from inspector.register.book import opened  # noqa: E402
from inspector.register.entries import Draft  # noqa: E402
from tests.register import postgres  # noqa: E402

LIVES = 50
"""So many kills a register goes through before the next one is begun: each kill is followed by a whole check."""
LONGEST = 0.12
"""Seconds from the moment a writer begins until it is killed at the latest."""
MOST_BYTES = 200_000


def drafts(draw: random.Random) -> list[Draft]:
    """One to three entries with contents of up to 200 kB, as one transaction."""
    return [
        Draft(
            kind="visit",
            authority=f"Authority {draw.randrange(9)}",
            body=VisitBody(plan=f"sha256:{draw.getrandbits(256):064x}", root=None, day="2026-01-01"),
            contents=[("record.bin", draw.randbytes(draw.choice([10, 1_000, 30_000, MOST_BYTES])))],
        )
        for _ in range(draw.randint(1, 3))
    ]


def write(place: str, key: Path, seed: int, told: int) -> None:
    """Enter without end; after each transaction say on the descriptor `told` which entries were acknowledged."""
    draw = random.Random(seed)
    signer = keys.load(key, place)
    with opened(place, writing=True) as register:
        os.write(told, b"ready\n")
        while True:
            for entry in register.append(drafts(draw), signer):
                os.write(told, f"{entry.index} {entry.body.plan} {entry.contents[0].sha256}\n".encode())


def killed(place: str, key: Path, draw: random.Random, server: postgres.Server | None) -> list[list[str]]:
    """Start a writer, kill it (or the server) at a random moment; what it said was acknowledged: index, plan, content."""
    told, tell = os.pipe()
    seed, after = draw.getrandbits(32), draw.uniform(0, LONGEST)
    child = os.fork()
    if child == 0:
        os.close(told)
        try:
            write(place, key, seed, tell)
        finally:
            os._exit(1)
    os.close(tell)
    with os.fdopen(told, "rb") as stream:
        if stream.readline() != b"ready\n":
            raise SystemExit("the writer could not begin")
        time.sleep(after)
        if server:
            server.stop("immediate")
        os.kill(child, signal.SIGKILL)
        said = stream.read()
    os.waitpid(child, 0)
    if server:
        server.start()
    # A line that the kill cut short was not told to anybody.
    return [line.decode().split() for line in said.split(b"\n")[:-1]]
