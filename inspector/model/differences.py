"""What changed between two submissions of the same evidence, row by row."""

from typing import Literal

from inspector.model.base import Noun


class Change(Noun):
    """One cell that says something else than it did. Of what identifies a person, neither value is repeated."""

    field: str
    before: str | None
    after: str | None


class RewrittenRow(Noun):
    """A row with the same key and other cells, and where it stands in both submissions."""

    key: str
    row_before: int
    row_after: int
    changes: tuple[Change, ...]


class Difference(Noun):
    """What became of the rows of one table. `added` counts rows as the new file does, `removed` as the old one does.

    `dated_back` are those of the log, or of figures, that are about a time which the earlier submission covered, added or given
    a day of a test since; those that say themselves that they were written down since are not among them.
    `keyed` is false where the kind has no key: then a changed row is one removed and one added.
    """

    resource: str
    kind: str
    state: Literal["same", "changed", "new", "gone", "unread"]
    keyed: bool = True
    rows_before: int = 0
    rows_after: int = 0
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    rewritten: tuple[RewrittenRow, ...] = ()
    dated_back: tuple[int, ...] = ()
