"""By which framework a bundle is read: its words of its own may stand in rows beside ours."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.framework import find, listing, named
from inspector.framework.files import MAIN
from inspector.model.own_words import NOBODY, Asked, ReadBy
from inspector.model.problems import CannotComplete

if TYPE_CHECKING:
    from inspector.model.rules import Framework

DEFAULT = "munro"
"""The framework where nobody names one."""


def read_by(framework: str | Path | None) -> Asked:
    """Asks that framework (an id or a path) for its words, or the one that a bundle names by its id, or the default.

    One that cannot be read has none here: what is wrong with it is said where it is to judge.
    """

    def asked(named_there: str | None) -> ReadBy:
        with suppress(CannotComplete, OSError):
            if framework is not None:
                return words_of(str(framework))
            if named_there is None or named_there in listing():
                return words_of(named_there or DEFAULT)
        return NOBODY

    return asked


def read_by_this(framework: "Framework") -> Asked:
    """A framework that was read already, whatever the bundle names."""
    return lambda _: ReadBy(framework=framework.id, words=framework.words)


def words_of(name: str) -> ReadBy:
    """The words of a framework, by its id or path. Raises CannotComplete where it cannot be read."""
    folder = find(name)
    text = (folder / MAIN).read_text(encoding="utf-8", errors="replace")
    if "words" not in text and "extends" not in text:
        # Most frameworks say nothing of words, and need not be read whole to know it.
        return ReadBy(framework=name)
    from inspector.framework import kept

    found = kept.find(kept.key(folder)) or named(name)
    return ReadBy(framework=found.id, words=found.words)
