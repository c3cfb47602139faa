"""Verdicts against the truth of simulated authorities: how often the right word, and how often `improving` wrongly.

    python bench/verdicts/run.py [AUTHORITIES] [SEED]

Each conduct equally often, honest, 36 months; each goes the whole way from files to verdict.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from inspector import inspection
from inspector.model.ladder import VERDICTS
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import write


def main(count: int, seed: str) -> None:
    """Print the confusion table and the two shares that the project holds itself to."""
    table: dict[str, Counter[str]] = {name: Counter() for name in CONDUCTS}
    right = wrongly = strong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            conduct = sorted(CONDUCTS)[number % len(CONDUCTS)]
            path = Path(folder) / str(number)
            write(authority(f"{seed}-{number}", conduct), path)
            found = inspection.work(path).inspection
            word = found.verdict.verdict
            table[conduct][word] += 1
            right += word in CONDUCTS[conduct].verdicts
            wrongly += word == "improving" and "improving" not in CONDUCTS[conduct].verdicts
            strong += any(trace.outcome == "strong-question" for trace in found.traces)
    print("| conduct | truth | " + " | ".join(VERDICTS) + " |")
    print("|---|---|" + "---|" * len(VERDICTS))
    for name, counts in table.items():
        cells = " | ".join(str(counts[word] or "") for word in VERDICTS)
        print(f"| {name} | {' or '.join(CONDUCTS[name].verdicts)} | {cells} |")
    print(f"\n{count} authorities: {right / count:.1%} right; {wrongly} called improving that are not; "
          f"{strong} honest ones with a strong question")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2] if len(sys.argv) > 2 else "report")
