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

from inspector.model.register import Entry, VisitBody  # noqa: E402
from inspector.register import keys, tree  # noqa: E402
from inspector.register.book import Register, opened  # noqa: E402
from inspector.register.checking.whole import check  # noqa: E402
from inspector.register.entries import Draft  # noqa: E402
from tests.register import postgres  # noqa: E402

LIVES = 50
"""So many kills a register goes through before the next one is begun: each kill is followed by a whole check."""
LONGEST = 0.3
"""Seconds from the moment a writer begins until it is killed at the latest."""
MOST_BYTES = 200_000


def drafts(draw: random.Random) -> list[Draft]:
    """One to three entries with contents of up to 200 kB, as one transaction."""
    return [
        Draft(
            kind="visit",
            authority=f"Authority {draw.randrange(9)}",
            body=VisitBody(plan=f"sha256:{draw.getrandbits(256):064x}", root=None, day="2026-01-01"),
            contents=(("record.bin", draw.randbytes(draw.choice([10, 1_000, 30_000, MOST_BYTES]))),),
        )
        for _ in range(draw.randint(1, 3))
    ]


def write(place: str, key: Path, seed: int, told: int) -> None:
    """Enter without end; after each transaction say on the descriptor `told` which entries were acknowledged."""
    draw = random.Random(seed)
    signer = keys.load(key, place)
    with opened(place) as register:
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


def fits(place: str, key: Path, acknowledged: dict[int, list[str]], counted: Counter[str]) -> int:
    """Count what is wrong in the register as it is now; how many entries it has."""
    with opened(place) as register:
        size, last = register.size, register.checkpoint()
        for number, (plan, content) in acknowledged.items():
            there = number < size and register.entry(number)
            right = there and there.body.plan == plan and register.content(content)
            counted["acknowledged and lost"] += not right
        node = tree.of_leaves([tree.leaf(register.text(number).encode()) for number in range(size)])
        whole = size == 0 or (last is not None and last.size == size and last.root == tree.root(size, node).hex())
        counted["checkpoint that is not of what is there"] += not whole
        counted["check finds a fault"] += checked(register, key)
        return size


def checked(register: Register, key: Path) -> bool:
    """Whether `register check` finds a fault."""
    found = check(register, keys.public(key), key).findings
    for one in found[:3]:
        print(f"  {one}", flush=True)
    return bool(found)


def run(times: int, seed: int, where: str) -> Counter[str]:
    """Kill as often as asked; what was counted."""
    draw, counted = random.Random(seed), Counter[str]()
    server = None if where == "sqlite" else postgres.new(safe=True)
    try:
        for life in range(0, times, LIVES):
            with tempfile.TemporaryDirectory() as folder:
                key = Path(folder, "register.key")
                keys.new(key, "bench")
                place = server.make(f"life{life}") if server else str(Path(folder, "register.db"))
                # The first entry is made here: a writer that is forked has then all it needs, and begins at once.
                with opened(place, make=True) as register:
                    first = register.append(drafts(draw), keys.load(key, place))
                _live(place, key, first, min(LIVES, times - life), draw, server if where == "power" else None, counted)
                if server:
                    server.drop(f"life{life}")
                print(f"{where}: {dict(counted)}", file=sys.stderr, flush=True)
    finally:
        if server:
            postgres.remove(server)
    return counted


def _live(
    place: str,
    key: Path,
    first: list[Entry],
    kills: int,
    draw: random.Random,
    power: postgres.Server | None,
    counted: Counter[str],
) -> None:
    acknowledged = {one.index: [one.body.plan, one.contents[0].sha256] for one in first}
    for _ in range(kills):
        told = killed(place, key, draw, power)
        acknowledged |= {int(number): [plan, content] for number, plan, content in told}
        size = fits(place, key, acknowledged, counted)
        counted["kills"] += 1
        counted["entries acknowledged"] += len(told)
        # What was in and not yet told when the writer died; it stays, and is counted from now on.
        with opened(place) as register:
            for number in range(size):
                if number not in acknowledged:
                    counted["entries in and not yet acknowledged"] += 1
                    entry = register.entry(number)
                    acknowledged[number] = [entry.body.plan, entry.contents[0].sha256]


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 17
    wrong = 0
    for where in sys.argv[3:] or ["sqlite", "postgresql"]:
        began = time.monotonic()
        counted = run(times, seed, where)
        print(f"{where}: {dict(counted)} in {time.monotonic() - began:.0f} s")
        wrong += sum(many for what, many in counted.items() if "lost" in what or "fault" in what or "not of" in what)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
