"""An honest log thinned at random: where `stream` stands and what the verdict is at every dose, and whether either ever rises.

    python bench/thinning/run.py [AUTHORITIES] [SEED]

The two good examples, and simulated authorities of the conduct `stream`; each log is thinned step by step, so that a
thinner one is always a part of the one before.
"""

import sys
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

from inspector.bundle import read_bundle
from inspector.judging import rulebooks, settling
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS
from inspector.simulate.conduct import authority
from inspector.simulate.writing import write
from inspector.verdict.order import height

DOSES = (1.0, 0.5, 0.25, 0.1, 0.05)
EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"


def thinned(evidence: Evidence, kept: float, seed: str) -> Evidence:
    """The evidence with that share of the log's entries, drawn at random."""
    entries = list(evidence.log)
    Random(seed).shuffle(entries)
    ids = {entry.id for entry in entries[: round(kept * len(entries))]}
    return evidence.model_copy(update={"log": tuple(entry for entry in evidence.log if entry.id in ids)})


def simulated(seed: str) -> Evidence:
    """The evidence of an honest authority with a stream of small tests."""
    with tempfile.TemporaryDirectory() as folder:
        write(authority(seed, "stream"), Path(folder) / "bundle")
        found = read_bundle(Path(folder) / "bundle").evidence
    assert found is not None
    return found


def told(found: Inspection) -> tuple[str, str]:
    """Where `stream` stands, and the verdict."""
    stream = next(theme.standing for theme in found.themes if theme.theme == "stream")
    return stream, found.verdict.verdict


def main(count: int, seed: str) -> None:
    """Print the curve of each example, the curve of all simulated ones, and how often a thinner log stood higher."""
    rulebook = rulebooks.load("munro")
    read = [(name, read_bundle(EXAMPLES / name).evidence) for name in ("brackenshire", "quiet-improver")]
    everybody = [(name, one) for name, one in read if one is not None]
    everybody += [(f"stream {number}", simulated(f"{seed}-{number}")) for number in range(count)]
    standings: dict[float, Counter[str]] = {dose: Counter() for dose in DOSES}
    verdicts: dict[float, Counter[str]] = {dose: Counter() for dose in DOSES}
    rose = tried = 0
    print("| log | " + " | ".join(f"{dose:.0%}" for dose in DOSES) + " |\n|---|" + "---|" * len(DOSES))
    for name, evidence in everybody:
        curve = [
            told(settling.settle(rulebook, thinned(evidence, dose, name), (), "reference").inspection) for dose in DOSES
        ]
        for more, less in pairwise(curve):
            tried += 1
            rose += STANDINGS.index(less[0]) > STANDINGS.index(more[0]) or height(less[1]) > height(more[1])  # type: ignore[arg-type]
        if not name.startswith("stream"):
            print(f"| {name} ({len(evidence.log)}) | " + " | ".join(", ".join(one) for one in curve) + " |", flush=True)
            continue
        for dose, (standing, verdict) in zip(DOSES, curve, strict=True):
            standings[dose][standing] += 1
            verdicts[dose][verdict] += 1
    print(f"| {count} simulated, stream | " + " | ".join(_counts(standings[dose]) for dose in DOSES) + " |")
    print(f"| {count} simulated, verdict | " + " | ".join(_counts(verdicts[dose]) for dose in DOSES) + " |")
    print(f"\n{tried} steps thinner; standing or verdict rose at {rose}.")


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{n} {word}" for word, n in counted.most_common())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2] if len(sys.argv) > 2 else "report")
