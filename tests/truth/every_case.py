"""The inspections that are looked at: examples, simulated conducts and gaming moves, random bundles."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.truth.case import Case
from tests.truth.inspected import example, inspected, simulated
from tests.truth.inspected import examples as names
from tests.truth.random_bundles import drawn, earlier
from tests.truth.sentences import frameworks

CONDUCTS = (
    "stream", "young-stream", "one-programme", "programme-that-held", "luck", "plans", "still", "burst", "decline",
    "busy-decline",
)  # fmt: skip
MOVES = (
    "bulk-edits", "bulk-log", "capped-counts", "claimed-outcomes", "copied-entries", "counts-withheld", "deadline-moves",
    "deadline-week", "definition-break", "duplicated-rows", "easier-measure", "heaped-figures", "ideas-relabelled",
    "impossible-percentages", "last-minute-log", "late-gain", "output-distortion", "paper-cycles", "paper-cycles-agreed",
    "participation-made-up", "selective-evidence", "shrinking-denominator", "target-hugging", "too-smooth",
    "trivial-improvements", "uniform-answers", "whole-percentages", "worst-baseline",
)  # fmt: skip


def examples() -> Iterator[Case]:
    """Every example by every framework that ships."""
    for name in names():
        for framework in frameworks():
            yield example(name, framework)


def many(seeds: int, scratch: Path) -> Iterator[Case]:
    """That many seeds of each conduct, and of each gaming move."""
    for seed in range(seeds):
        for conduct in CONDUCTS:
            for place in simulated(scratch / f"{conduct}-{seed}", conduct, f"truth-{seed}", 36 if seed % 2 else 18):
                yield inspected(place, "munro", text=seed < 2)
        for number, move in enumerate(MOVES):
            out = scratch / f"{move}-{seed}"
            for place in simulated(out, CONDUCTS[number % len(CONDUCTS)], f"move-{seed}", 24, f"{move}:0.7"):
                yield inspected(place, "munro", text=False)
    for number, place in enumerate(drawn(20 * seeds, scratch / "random")):
        before = earlier(Random(number), place, scratch / "earlier" / str(number)) if number % 5 == 0 else None
        yield inspected(place, "munro", earlier=before)
