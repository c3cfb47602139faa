"""How the door refuses what it cannot do: as every room does, in words."""

import os
from collections.abc import Iterable
from pathlib import Path

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean


def refused(rule: str, what: str, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    """One error about an argument or a file, ready to raise."""
    problem = Problem(rule=rule, level="error", where=Where(file=what), message=message, expected=expected, fix=fix)
    return CannotComplete([problem])


def one_of(name: str, value: object, choices: Iterable[str]) -> str:
    """The value of an argument that has few. Raises CannotComplete for any other."""
    known = list(choices)
    if isinstance(value, str) and value in known:
        return value
    message = f"{value!r} is not one of its values"
    raise refused("argument", name, message, f"one of {', '.join(known)}", did_you_mean(str(value), known))


def path_of(name: str, value: object) -> Path:
    """The value of an argument that is a path. Raises CannotComplete for anything else, an empty text too: it names no place."""
    try:
        text = os.fspath(value)  # type: ignore[call-overload]
    except TypeError:
        text = None
    if not isinstance(text, str):
        raise refused("argument", name, f"a {type(value).__name__} is no path", "text or a pathlib.Path")
    if not text or "\0" in text or not _can_be_encoded(text):
        raise refused("argument", name, f"{text!r} is no path", "text or a pathlib.Path")
    return Path(text)


def paths_of(name: str, value: object) -> tuple[Path, ...]:
    """The value of an argument that is a path or several. Raises CannotComplete for anything else."""
    if value is None:
        return ()
    every = value if isinstance(value, list | tuple) else [value]
    return tuple(path_of(name, one) for one in every)


def url_or_path(name: str, value: object) -> str:
    """The value of an argument that is a path or the URL of a server. Raises CannotComplete for anything else."""
    return value if isinstance(value, str) and "://" in value else str(path_of(name, value))


def text_of(name: str, value: object) -> str:
    """The value of an argument that is text. Raises CannotComplete for anything else."""
    if isinstance(value, str):
        return value
    raise refused("argument", name, f"a {type(value).__name__} is no text", "text")


def flag_of(name: str, value: object) -> bool:
    """The value of an argument that is True or False. Raises CannotComplete for all else: the text "no" would be true."""
    if isinstance(value, bool):
        return value
    raise refused("argument", name, f"a {type(value).__name__} is neither True nor False", "True or False")


def _can_be_encoded(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True
