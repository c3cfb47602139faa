"""How much processor time it takes to ask everything of the frameworks that ship."""

import time
from pathlib import Path

from inspector import framework as frameworks
from inspector.workbench.sound import readied
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.prove import prove


def main() -> None:
    """One line a framework."""
    for name in frameworks.listing():
        folder, framework = readied(name)
        start = time.process_time()
        found = prove(framework, Path(folder), Clock(300))
        spent = time.process_time() - start
        untold = sum(len(one.untold) for one in found.questions)
        print(f"{name}: {spent:.1f} s, {len(found.claims)} found, {untold} could not be told")


if __name__ == "__main__":
    main()
