"""Make the file by which texts, days and figures of the shipped examples and words of the simulator are known again.

    python evidence/make_known.py

Writes inspector/evidence/known.json. To be run again when an invented example or the simulator's words have changed.
"""

import base64
import json
import math
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from inspector.bundle import read_bundle
from inspector.evidence.known import FILE, STEPS, days, line, texts
from inspector.model.evidence import Evidence, Figure
from inspector.probes import series
from inspector.simulate import words
from inspector.stats.known import runs

EXAMPLES = Path(__file__).parent / "examples"


def numbers(held: Iterable[int]) -> str:
    """Numbers in order as text."""
    every = sorted(set(held))
    return base64.b64encode(struct.pack(f"<{len(every)}I", *every)).decode()


def shape(figures: Sequence[Figure]) -> list[int | None]:
    """A line of figures from 0 to `STEPS`; empty where it is not monthly or never moves."""
    made = line(figures)
    there = [one for one in made if not math.isnan(one)]
    if not there or not max(there) > min(there):
        return []
    least, most = min(there), max(there)
    return [None if math.isnan(one) else round((one - least) / (most - least) * STEPS) for one in made]


def example(name: str, evidence: Evidence) -> dict[str, Any]:
    """What one example says and counts."""
    lines = [shape(figures) for figures in series(evidence).values()]
    return {
        "name": name,
        "authority": evidence.authority,
        "runs": numbers([number for one in texts(evidence) for number in runs(one.text)]),
        "days": numbers([number for number, _ in days(evidence.log)]),
        "lines": [one for one in lines if one],
    }


def simulator() -> dict[str, Any]:
    """The words that simulated logs are made of."""
    held = [one for slot in vars(words).values() if isinstance(slot, tuple) for one in slot]
    return {
        "name": "simulator", "authority": "", "runs": numbers([number for one in held for number in runs(one)]),
        "days": "", "lines": [],
    }  # fmt: skip


def made() -> str:
    """The file: one source a line."""
    found = [simulator()]
    for folder in sorted(EXAMPLES.iterdir()):
        evidence = read_bundle(folder).evidence
        if evidence is not None and evidence.invented:
            found.append(example(folder.name, evidence))
    return "[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in found) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(made(), "utf-8")
