"""What a variant of a framework is built on, and what it has otherwise."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.problems import Where

Sort = Literal["rule", "verdict-row", "theme", "source", "indicator", "core", "fields", "question", "case", "word"]
How = Literal["added", "replaced", "dropped", "weighed"]


class Change(Noun):
    """One thing that a variant has otherwise than its base. `because` is its author's reason; `says` the detail.

    `where` is the place in the variant that says so.
    """

    sort: Sort
    id: str
    how: How
    because: str = ""
    says: str = ""
    where: Where


class Base(Noun):
    """A framework that a variant is built on: which it was, which versions were `asked` for, and what was changed of it.

    `path` is its folder; `shipped` whether its files are, byte for byte, those that ship.
    """

    id: str
    version: str
    digest: str
    asked: str
    path: str
    shipped: bool
    changes: tuple[Change, ...] = ()
