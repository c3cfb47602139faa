"""Who can mend a problem of a bundle: whoever packs it, whoever exports it, or those who keep the records."""

from typing import Literal

Mender = Literal["bundle", "export", "record"]
MENDERS: tuple[Mender, ...] = ("bundle", "export", "record")

BUNDLE = frozenset(
    {"no-such-bundle", "broken-zip", "unsafe-zip", "no-manifest", "manifest", "unknown-kind", "empty-bundle",
     "path-outside", "no-such-file", "file-too-large", "wrong-hash", "wrong-size", "unknown-key", "mapping",
     "wrong-extension", "no-schema", "row-schema", "which-list", "two-sheets", "missing-list", "unknown-sheet", "no-list",
     "no-such-sheet", "no-register", "unreadable-register", "declaration"}
)  # fmt: skip
RECORD = frozenset(
    {"missing-value", "duplicate-key", "date-order", "outside-period", "after-submission", "overlapping-periods",
     "day-not-stated", "hours-not-stated",
     "status-differs", "not-on-list", "dates-between-lists", "count-too-low", "child-differs", "leads-nowhere",
     "out-of-range", "numerator-above-denominator", "value-differs", "more-than-all", "after-extract", "age-differs",
     "unlikely-age", "cells-differ"}
)  # fmt: skip
"""The ids of problems that are put with the bundle, and with the records; all others are about the export."""


def mender(rule: str) -> Mender:
    """Who can mend problems of that id. What is about neither the bundle nor single records is about the export."""
    if rule in BUNDLE:
        return "bundle"
    return "record" if rule in RECORD else "export"
