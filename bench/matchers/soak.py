"""Hold durable-rules against the reference matcher over N random frameworks: `python bench/matchers/soak.py 5000`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from inspector.rules.engine import run
from tests.rules.generated import Dice, distrust, world


def main(cases: int, first: int) -> int:
    fired = chained = 0
    for seed in range(first, first + cases):
        framework, facts, vocabulary = world(Dice(seed), most_rules=6, most_facts=9)
        right = run(framework, facts, vocabulary, "reference", distrust)
        if len(right.firings) > 20_000:
            continue
        given = run(framework, facts[::-1], vocabulary, "durable", distrust)
        if right[:2] != given[:2] or right.trace != given.trace:
            print(f"seed {seed}: the matchers differ")
            return 1
        fired += len(right.firings)
        chained += sum(any(name.startswith("finding/") for name in bound) for _, bound in right.trace)
    print(f"{cases} random frameworks, {fired} firings, {chained} of them on earlier findings: no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
