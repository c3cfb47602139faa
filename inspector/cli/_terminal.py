"""What standard output can show, found out in one place: how wide it is, whether in colour, and which characters it has.

Colour: never where NO_COLOR is set (https://no-color.org) or what is printed goes to a file; else where FORCE_COLOR or
CLICOLOR_FORCE asks for it; else on a terminal, unless TERM is `dumb` or CLICOLOR is 0 (https://bixense.com/clicolors).
"""

import codecs
import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from inspector.report.screen.look import LEAST, LINES, NARROW, Look

SIGNS = "█▓░·▲▼→…–“”’─│"
"""Characters of ours that a screen is drawn with."""


def look(output: Path | None) -> Look:
    """What can be shown where a result goes: a file, which is UTF-8 and has no colour, or standard output."""
    if output is not None:
        return Look()
    return Look(columns() if on_terminal() else None, colour=_colour(), unicode=unicode())


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    stream = sys.stdout
    return stream is not None and not stream.closed and stream.isatty()


def folds(arguments: Sequence[str]) -> int | None:
    """How wide text for people is folded where the terminal is narrower than it would be; None where it goes elsewhere."""
    to_file = any(one.startswith(("-o", "--output")) for one in arguments)
    return max(LEAST, columns()) if on_terminal() and not to_file else None


def columns() -> int:
    """The width of the terminal, or what COLUMNS says that it is."""
    return shutil.get_terminal_size((NARROW, LINES)).columns


def unicode(signs: str = SIGNS) -> bool:
    """Whether standard output has these characters."""
    try:
        signs.encode(_encoding())
    except UnicodeError:
        return False
    return True


Value = TypeVar("Value")


def as_shown(value: Value, output: Path | None) -> Value:
    """Texts as standard output can show them, so that they are laid out as wide as they will be; as they are for a file."""
    encoding = "utf-8" if output is not None else _encoding()
    return value if encoding.replace("-", "") in ("utf8", "utf8sig") else _put(value, encoding)


def _put(value: Any, encoding: str) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode(encoding, "plain").decode(encoding)
    if isinstance(value, dict):
        return {name: _put(part, encoding) for name, part in value.items()}
    return [_put(part, encoding) for part in value] if isinstance(value, list) else value


def _encoding() -> str:
    name = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "ascii"


def pages(lines: int) -> bool:
    """Whether so many lines are shown page by page: somebody sits at a terminal that has fewer and can go back."""
    dumb = os.environ.get("TERM", "") in ("dumb", "unknown")
    stdin = sys.stdin
    longer = lines >= shutil.get_terminal_size((NARROW, LINES)).lines
    return longer and on_terminal() and not dumb and stdin is not None and not stdin.closed and stdin.isatty()


def pager_usable() -> bool:
    """Whether PAGER can be understood: it is not set, or a command. Set to nothing, no pager is wanted."""
    wanted = os.environ.get("PAGER")
    try:
        return wanted is None or bool(shlex.split(wanted))
    except ValueError:
        return False


def _colour() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if _asked("FORCE_COLOR") or _asked("CLICOLOR_FORCE"):
        return True
    return on_terminal() and os.environ.get("TERM", "") not in ("dumb", "unknown") and os.environ.get("CLICOLOR") != "0"


def _asked(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")
