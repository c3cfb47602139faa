"""Small bundles drawn at random."""

from collections.abc import Iterator
from pathlib import Path


def drawn(count: int, out: Path) -> Iterator[Path]:
    """That many bundles."""
    yield from (out / str(number) for number in range(0 * count))
