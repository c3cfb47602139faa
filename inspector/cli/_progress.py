"""What a run is doing, in one line of a terminal, once it has taken longer than somebody likes to wait in silence."""

import sys
from threading import Event, Thread
from typing import TextIO

SILENT = 2.0
"""Seconds before the first word."""
AGAIN = 0.2
"""Seconds between looks at what has changed."""
WIDTH = 72


class Progress:
    """A `clock.Watcher` that keeps one line up to date. Its thread ends, and the line is blank, when the run is over."""

    def __init__(self, stream: TextIO, silent: float) -> None:
        self._stream, self._silent = stream, silent
        self._phases: list[str] = []
        self._step = ""
        self._over = Event()
        self._thread = Thread(target=self._keep, name="progress", daemon=True)
        self._thread.start()

    def enter(self, phase: str) -> None:
        """This is what is being done now."""
        self._phases = [*self._phases, phase]
        self._step = ""

    def leave(self) -> None:
        """What is around it is being done again."""
        self._phases = self._phases[:-1]
        self._step = ""

    def step(self, done: int, of: int) -> None:
        """So far it has come."""
        self._step = f", {done:,} of {of:,}"

    def finish(self) -> None:
        """No more is shown, and nothing is left standing."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def words(self) -> str:
        """What is said now; empty between phases."""
        phases = self._phases
        text = f"{phases[-1]}{self._step} ..." if phases else ""
        return text[:1].upper() + text[1:WIDTH]

    def _keep(self) -> None:
        if self._over.wait(self._silent):
            return
        shown = ""
        while not self._over.wait(AGAIN if shown else 0.0):
            words = self.words() or shown or "Working ..."
            if words != shown:
                self._write(words, shown)
                shown = words
        self._write("", shown)

    def _write(self, words: str, before: str) -> None:
        # Blanks and a carriage return do on every terminal, also on one that knows no escapes.
        try:
            self._stream.write(f"\r{words.ljust(len(before))}" + ("" if words else "\r"))
            self._stream.flush()
        except (OSError, ValueError):
            self._over.set()


def on_terminal() -> list[Progress]:
    """A line on standard error where that is a terminal; nothing in a pipe or a file."""
    stream = sys.stderr
    return [Progress(stream, SILENT)] if stream is not None and not stream.closed and stream.isatty() else []
