"""How far a run over many has come: one line of a terminal kept up to date, or a line now and then anywhere else."""

import sys
from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from inspector.batch.run import Stand

AGAIN = 0.2
"""Seconds between two looks of a terminal."""
SELDOM = 30.0
"""Seconds between two lines where there is no terminal."""
FIRST = 30.0
"""Seconds before the first of them."""


class Shown:
    """Says on standard error how far it has come."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._terminal = self._stream is not None and not self._stream.closed and self._stream.isatty()
        self._next = monotonic() + (0.0 if self._terminal else FIRST)
        self._shown = ""

    def __call__(self, stand: "Stand") -> None:
        """Say it, if it is time to."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + (AGAIN if self._terminal else SELDOM)
        self._write(words(stand))

    def finish(self) -> None:
        """Nothing is left standing on a terminal."""
        if self._terminal and self._shown:
            self._write("")

    def _write(self, text: str) -> None:
        # Blanks and a carriage return do on every terminal, also on one that knows no escapes.
        line = f"\r{text.ljust(len(self._shown))}" + ("" if text else "\r") if self._terminal else f"{text}\n"
        try:
            self._stream.write(line)
            self._stream.flush()
        except (OSError, ValueError):
            self._next = float("inf")
        self._shown = text


def words(stand: "Stand") -> str:
    """`40 of 153 done (12 before), 2 could not be judged, about 3 minutes left`."""
    from inspector.batch.remaining import in_words

    before = f" ({stand.before:,} before)" if stand.before else ""
    failed = f", {stand.failed:,} could not be judged" if stand.failed else ""
    left = f", {in_words(stand.left)} left" if stand.left is not None and stand.done < stand.of else ""
    return f"{stand.done:,} of {stand.of:,} done{before}{failed}{left}"
