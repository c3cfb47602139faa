"""Standard output and error, made to hold: closed, full, read by nobody any more, or unable to show a character."""

import codecs
import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from inspector.model.words import printed

PLAIN = {
    "…": "...", "–": "-", "—": "-", "‐": "-", "‑": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "*", "·": ".",
    "─": "-", "┄": "-", "│": "|", "▲": "^", "▼": "v", "→": "->", "≥": ">=", "≤": "<=", "×": "x", "²": "2", "£": "GBP ",
    "\u00a0": " ", "\u202f": " ", "✓": "+",
}  # fmt: skip
"""What stands for a character of ours that a terminal has not; any other is shown as an escape."""


STYLES = {"strong": "\x1b[1m", "dim": "\x1b[2m", "good": "\x1b[34m", "bad": "\x1b[33m"}
"""Codes of ECMA-48 for the styles of `inspector.report.screen`: they are put around text here, and come from nowhere else."""
OFF = "\x1b[0m"


class ReaderGone(BaseException):
    """Who read standard output went away, as `| head` does. Not an `OSError`, which others make an exit code of."""


class OutputFailed(Exception):
    """Standard output takes nothing: it is closed, or the disk behind it is full."""


class Ended(BaseException):
    """The process was told to end by the signal of that number."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


class _Out(io.FileIO):
    """Standard output, which fails once and then takes everything without a word, so that closing it cannot fail again."""

    failed = False

    def write(self, data: Any, /) -> int:
        if self.failed:
            return len(memoryview(data))
        try:
            return super().write(data)
        except BrokenPipeError:
            self.failed = True
            raise ReaderGone from None
        except OSError as failure:
            self.failed = True
            reason = "it is closed" if failure.errno == errno.EBADF else failure.strerror or str(failure)
            raise OutputFailed(f"Standard output cannot be written to: {reason}.") from None


class _Err(io.FileIO):
    """Standard error, where what cannot be said is left unsaid: the exit code says it."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError:
            return len(memoryview(data))


class _Words(io.TextIOWrapper):
    """A stream of text to which nothing comes that steers a terminal or the log of a run, whoever writes to it."""

    def write(self, text: str, /) -> int:
        """The text as `printed` has it. On a terminal, what begins with a return may have returns: progress goes over itself."""
        if text.startswith("\r") and self.isatty():
            return super().write("\r".join(map(printed, text.split("\r"))))
        return super().write(printed(text))

    def write_styled(self, text: str, style: str) -> None:
        """The text, which steers nothing, between the two codes of a style of ours."""
        code = STYLES.get(style)
        super().write(f"{code}{printed(text)}{OFF}" if code and text else printed(text))


class _Ascii(_Words):
    """A stream of ASCII. click takes one for a mistake and writes UTF-8 to it; under another name it lets it be."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """No name of an encoding that is known."""
        return "plain-ascii"


def coloured(lines: Sequence[Sequence[tuple[str, str]]]) -> None:
    """Write lines of texts in their styles to standard output; plain where that is no stream of ours."""
    stream = sys.stdout
    for line in lines:
        for text, style in line:
            if isinstance(stream, _Words):
                stream.write_styled(text, style)
            else:
                stream.write(printed(text))
        stream.write("\n")


def prepare() -> None:
    """Put streams that hold in the place of standard output and error, for the rest of the process."""
    codecs.register_error("plain", _plain)
    if sys.platform == "win32":
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="plain")
        return
    _occupy()
    sys.stdout = _wrapped(_Out(1, "wb", closefd=False), sys.stdout)
    sys.stderr = _wrapped(_Err(2, "wb", closefd=False), sys.stderr, lines=True)


def _occupy() -> None:
    """Where a standard descriptor is closed, something that takes no output, so that no file of ours gets its number."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # For reading alone: who writes to it is told that it is closed.
            os.dup2(os.open(os.devnull, os.O_RDONLY), number)


def _wrapped(raw: io.FileIO, before: TextIO | None, *, lines: bool = False) -> TextIO:
    encoding = getattr(before, "encoding", None) or "utf-8"
    kind = _Ascii if codecs.lookup(encoding).name == "ascii" else _Words
    return kind(io.BufferedWriter(raw), encoding=encoding, errors="plain", line_buffering=lines or raw.isatty())


def _plain(failure: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(failure, UnicodeEncodeError):
        raise failure
    found = failure.object[failure.start : failure.end]
    texts = (PLAIN.get(one) or one.encode("ascii", "backslashreplace").decode() for one in found)
    return "".join(texts), failure.end
