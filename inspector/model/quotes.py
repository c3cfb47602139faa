"""Words that people wrote, quoted where a finding rests on them."""

from inspector.model.base import Noun


class Quote(Noun):
    """A short text of a record that a finding rests on. `who` is a role or a source, never a person.

    `field` is our name of the column, `record` the id of the row. `example`: one of several records that would do.
    """

    who: str
    field: str
    text: str
    record: str
    resource: str
    row: int
    path: str | None = None
    example: bool = False
