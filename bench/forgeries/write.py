"""Write one forgery out, without judging it: what a folder looks like behind which nothing is.

    python bench/forgeries/write.py NAME FOLDER [--kind KIND] [--seed SEED]

The first draw of the forgery NAME over the authority of that kind and seed, as `run.py` plays it.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import large  # noqa: F401
import over  # noqa: F401
import scratch  # noqa: F401
from hand import ALL, Draw
from run import start


def main() -> None:
    """Write it, and say how many rows were invented."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("name", choices=sorted(ALL))
    asked.add_argument("folder", type=Path)
    asked.add_argument("--kind", default="nothing")
    asked.add_argument("--seed", default="ashdown")
    told = asked.parse_args()
    draw = Draw(f"{told.name}/{told.kind}/{told.seed}/0")
    forged = ALL[told.name].play(start(told.kind, told.seed), draw)
    forged.folder.write(told.folder)
    print(f"{forged.folder.authority}: {forged.cost.invented} rows invented.")


if __name__ == "__main__":
    main()
