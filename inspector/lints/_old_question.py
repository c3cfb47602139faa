"""Words that ask where a service stands, told from words that question whether that is the right thing to ask.

Each function takes words as people read them (values as `N`) and gives the words that ask, or nothing. A sentence that questions
a target, says what it cost or why it was missed for somebody's sake is welcome: that is learning. `unquestioned` leaves that out.
"""

from collections.abc import Callable, Iterator

from inspector.lints._comparisons import comparison
from inspector.lints._figures import figure
from inspector.lints._levels import in_time, state
from inspector.lints._limits import laid_down
from inspector.lints._questioned import questioned
from inspector.lints._ratings import rating
from inspector.lints._targets import target

Asks = Callable[[str], str]
ALL: tuple[Asks, ...] = (target, rating, comparison, figure, laid_down, in_time, state)


def unquestioned(asks: Asks, parts: Iterator[str] | list[str]) -> str:
    """The first words of these sentences that ask so, in a sentence that does not question it; nothing if there are none."""
    for part in parts:
        found = asks(part)
        if found and not questioned(part, found):
            return found
    return ""
