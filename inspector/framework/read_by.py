"""By which framework a bundle is read: its words of its own may stand in rows beside ours."""

import re
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
_ID = re.compile(r"^id: *[\"']?([a-z0-9-]+)", re.MULTILINE)


def read_by(framework: str | Path | None) -> Asked:
    """Asks that framework (an id or a path) for its words, or the one that a bundle names by its id, or the default.

    What it gives raises CannotComplete where the framework that somebody named cannot be read; one that only the bundle names
    has then no words, and what is wrong with it is said where it is to judge.
    """

    def asked(named_there: str | None) -> ReadBy:
        if framework is not None:
            return words_of(str(framework))
        with suppress(CannotComplete):
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
    if called := _without(folder):
        return ReadBy(framework=called)
    found = _kept(folder) or named(name)
    return ReadBy(framework=found.id, words=found.words)


def _without(folder: Path) -> str:
    """The id of a framework that says nothing of words, as most do: it need not be read whole; empty for all others."""
    try:
        text = (folder / MAIN).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    found = _ID.search(text)
    return found[1] if found and "words" not in text and "extends" not in text else ""


def _kept(folder: Path) -> "Framework | None":
    # Late: whose framework says nothing of words need not know where frameworks are kept.
    from inspector.framework import kept

    with suppress(OSError, CannotComplete):
        return kept.find(kept.key(folder))
    return None
