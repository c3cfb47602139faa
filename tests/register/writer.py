"""A writer in a process of its own: `python -m tests.register.writer NAME TIMES KEY=PLACE…` enters so often in each register."""

import sys
from pathlib import Path

from inspector.register import keys
from inspector.register.book import opened
from tests.register.faults import draft


def main(name: str, times: str, *places: str) -> None:
    """Enter, and say of each entry which it was."""
    for one in places:
        key, _, place = one.partition("=")
        signer = keys.load(Path(key), place)
        for number in range(int(times)):
            with opened(place) as register:
                [entry] = register.append([draft(number, authority=name)], signer)
            print(place, name, entry.index, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
