"""Evidence bundles: opened, checked against their schemas, read into typed values; every problem with its place.

`read_bundle(path)` is the door to this room.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from inspector.bundle.pseudonyms import Pseudonyms
    from inspector.bundle.reading import BundleReading
    from inspector.model.own_words import Asked

__all__ = ["read_bundle"]


def read_bundle(
    path: Path,
    pseudonyms: "Pseudonyms | None" = None,
    *,
    notified_on: "date | None" = None,
    schema: Path | None = None,
    by: "Asked | None" = None,
) -> "BundleReading":
    """Read the bundle at `path`: a folder, a zip, or Annex A lists or a statutory return alone.

    `schema` is a row schema for one table by itself, `by` says by which framework the bundle is read.
    See `inspector.bundle.reading.read_bundle`.

    Raises CannotComplete where not even a manifest can be read.
    """
    # Polars is a heavy import; whoever only asks what a problem means should not pay for it.
    from inspector.bundle import reading

    return reading.read_bundle(path, pseudonyms, notified_on=notified_on, schema=schema, by=by)
