"""What is read of a filled sheet of rows, and what it is held against."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.model.problems import Where, shown
from inspector.model.visits import Seen
from inspector.proof.asks import Ask
from inspector.proof.seen_words import IN_WORDS, SEEN
from inspector.values import ids

QUOTED = 24
"""What is longer is not repeated by a message: it is no answer, and may say more than a message should."""
LONGEST_NOTE = 4_000
DAY = len("2024-03-14")
"""Of a day; a month alone is shorter."""
ANSWERS = " or ".join([", ".join(f"'{IN_WORDS[seen]}'" for seen in SEEN[:-1]), f"'{IN_WORDS[SEEN[-1]]}'"])


@dataclass(frozen=True)
class FilledRow:
    """What was written down about one row. `found` by field, in the one spelling; `who` and `when` are empty where unknown.

    `when` is a day as ISO 8601 has it.
    """

    key: str
    seen: Seen
    found: tuple[tuple[str, str], ...]
    note: str
    who: str
    when: str
    where: Where


@dataclass(frozen=True)
class Known:
    """What rows are held against: the seal of the plan, all keys, those that were drawn, and what is asked of each."""

    seal: str
    keys: Mapping[str, str]
    """By their one spelling, as `ids.key` has it."""
    drawn: frozenset[str]
    asks: Mapping[str, tuple[Ask, ...]]

    def key(self, text: str) -> str | None:
        """The key that is meant by a text."""
        return self.keys.get(ids.key(text)) if text else None


@dataclass(frozen=True)
class Blank:
    """A row that says nothing yet."""

    key: str


def quoted(text: str) -> str:
    """What stands in a cell as a message repeats it."""
    return shown(text) if len(text) <= QUOTED else "what stands here"


def bare_seal(seal: str) -> str:
    """The start of a seal as it can be held against another's, however it was typed."""
    return ids.clean(seal)[0].casefold().replace("-", "").replace(" ", "").removeprefix("sha256:")[:12]
