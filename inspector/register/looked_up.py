"""What a register has of one authority, looked up by its name."""

import json

from inspector.model.history import History
from inspector.model.register import Entry
from inspector.register.book import Register, opened
from inspector.register.entries import known_as
from inspector.register.histories import history
from inspector.register.near import near
from inspector.register.results import RESULT
from inspector.register.wrong import refused


def history_of(place: str, authority: str) -> History:
    """What a register has of an authority over time. Raises CannotComplete, naming those that are spelt nearly so."""
    with opened(place) as book, book.snapshot():
        entries = book.entries(authority=authority)
        close = _close(book, authority)
        if not entries:
            fix = (
                f"did you mean {' or '.join(repr(name) for name, _ in close)}?"
                if close
                else "`inspector register list`"
            )
            raise refused("no-such-authority", f"there is nothing of {authority[:200]!r} in it", book.place, fix)
        checkpoint = book.checkpoint()
        name = entries[-1].authority
        return history(name, entries, _titles(book, entries), close, checkpoint.origin if checkpoint else "")


def _close(book: Register, authority: str) -> list[tuple[str, int]]:
    """The names that are spelt nearly so, as the last entry of each has them, with how many entries there are."""
    names = {name: (many, last) for name, many, last in book.names()}
    found = near(known_as(authority), names)
    return [(book.entry(names[name][1]).authority, names[name][0]) for name in found]


def _titles(book: Register, entries: list[Entry]) -> dict[tuple[str, str], str]:
    """The titles of the themes, from the last result by each framework; a theme that is gone since is called by its id."""

    last = {one.body.framework: one for one in entries if one.kind == "result"}  # type: ignore[union-attr]
    titles = {}
    for framework, one in last.items():
        found = book.content_of(one, RESULT)
        themes = json.loads(found)["themes"] if found else ()
        titles.update({(framework, theme["theme"]): theme["title"] for theme in themes})
    return titles
