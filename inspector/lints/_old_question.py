"""Words that ask where a service stands, told from words that question whether that is the right thing to ask.

Each function takes words as people read them (values as `N`) and gives the words that ask, or nothing. A sentence that questions
a target, says what it cost or why it was missed for somebody's sake is welcome: that is learning. `unquestioned` leaves that out,
and `judged` tells apart words that ask the old question (an error) from those that are suspicious, and said of something else.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from inspector.lints._comparisons import comparison
from inspector.lints._figures import figure
from inspector.lints._levels import in_time, state
from inspector.lints._limits import laid_down
from inspector.lints._questioned import questioned
from inspector.lints._ratings import rating
from inspector.lints._targets import target
from inspector.lints._whose import asks_a_service, names_its_thing
from inspector.lints._yard_words import MOVED
from inspector.model.problems import Level

Asks = Callable[[str], str]
ALL: tuple[Asks, ...] = (target, rating, comparison, figure, laid_down, in_time, state)


class Asked(NamedTuple):
    """Words that ask where a service stands, and how surely they do."""

    words: str
    level: Level


def judged(asks: Asks, parts: Iterator[str] | list[str]) -> Asked | None:
    """The first words that ask so and are not questioned: an error if a service is asked, else a query; else nothing.

    Of something else than a service, a sentence that says how it moved is let be: then the words only name what moved.
    """
    queried = None
    for part in parts:
        found = asks(part)
        if not found or questioned(part, found):
            continue
        if asks_a_service(part, found):
            return Asked(found, "error")
        if not (MOVED.search(part) and names_its_thing(part, found)):
            queried = queried or Asked(found, "query")
    return queried


def unquestioned(asks: Asks, parts: Iterator[str] | list[str]) -> str:
    """The first words of these sentences that ask so, in a sentence that does not question it; nothing if there are none."""
    for part in parts:
        found = asks(part)
        if found and not questioned(part, found):
            return found
    return ""
