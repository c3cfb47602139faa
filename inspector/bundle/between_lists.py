"""Checks between the lists of Annex A."""

from collections.abc import Iterator

from inspector.bundle.disguise import Disguise
from inspector.bundle.table import Table
from inspector.model.problems import Faults


def checks(tables: list[Table], disguise: Disguise | None) -> Iterator[Faults]:
    """Queries about what two lists say of the same child."""
    yield from ()
