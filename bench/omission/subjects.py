"""The evidence that is made poorer: the examples, simulated authorities of every conduct, and random mixtures."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inspector import bundle as bundles
from inspector.model.evidence import Evidence
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import write

EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"
PEOPLE = ("recommendations", "case_reviews", "leadership", "leadership_questions", "partnership", "voice",
          "self_evaluation")  # fmt: skip
GIVERS = ("brackenshire", "good-on-paper", "quiet-improver")


def named(name: str) -> Evidence:
    """An example by its name, a bundle by its path, `CONDUCT:SEED` or `mixture:SEED`."""
    kind, _, seed = name.partition(":")
    if kind == "mixture":
        return mixture(seed)
    if kind in CONDUCTS:
        return simulated(kind, seed)
    return read(EXAMPLES / name if (EXAMPLES / name).is_dir() else Path(name))


def names(seeds: int, mixtures: int, seed: str) -> list[str]:
    """All that is tried: every example, so many seeds of every conduct, so many mixtures."""
    examples = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
    many = [f"{conduct}:{seed}-{k}" for conduct in sorted(CONDUCTS) for k in range(seeds)]
    return [*examples, *many, *(f"mixture:{seed}-{k}" for k in range(mixtures))]


def read(path: Path) -> Evidence:
    """The evidence of a bundle as it is read from its files."""
    found = bundles.read_bundle(path).evidence
    assert found is not None, path
    return found


def simulated(conduct: str, seed: str) -> Evidence:
    """An honest authority of that conduct, from its files."""
    with tempfile.TemporaryDirectory() as folder:
        write(authority(f"omission-{seed}", conduct), Path(folder) / "bundle")
        return read(Path(folder) / "bundle")


def mixture(seed: str) -> Evidence:
    """The figures of one conduct, the log of another, what people said of an example's, and blanks here and there."""
    draw = random.Random(f"omission-mixture-{seed}")
    ids = sorted(CONDUCTS)
    one, other = simulated(draw.choice(ids), f"{seed}a"), simulated(draw.choice(ids), f"{seed}b")
    giver = named(draw.choice(GIVERS))
    given = {kind: getattr(giver, kind) for kind in PEOPLE if draw.random() < 0.7}
    there = {kind.replace("_", "-") for kind, rows in given.items() if rows} - {"leadership-questions"}
    resources = (*one.resources, *(r for r in giver.resources if r.kind in there))
    kept: dict[str, Any] = {"resources": resources, "log": other.log, "participation": other.participation, **given}
    whole = one.model_copy(update=kept)
    return _thinned(whole, draw)


def _thinned(evidence: Evidence, draw: random.Random) -> Evidence:
    from fields import FIELDS, blanked

    for place, name in draw.sample(sorted(FIELDS), 6):
        share = draw.random()
        found = blanked(evidence, place, name, lambda _, share=share: draw.random() < share * 0.6)
        evidence = found or evidence
    return evidence


def listed(seeds: int, mixtures: int, seed: str) -> Iterator[tuple[str, Evidence]]:
    """Names with their evidence."""
    for name in names(seeds, mixtures, seed):
        yield name, named(name)
