"""What a run is doing now, told to whoever watches: `--timings` adds it up, a terminal shows it as it goes.

A phase is entered and left around work that a person would name. Phases nest, and the inner one is what is being done.
While nobody watches a phase costs a look at one variable.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Watcher(Protocol):
    """Who is told what a run is doing."""

    def enter(self, phase: str) -> None:
        """A phase begins, within those that have not ended."""

    def leave(self) -> None:
        """The innermost phase ends."""

    def step(self, done: int, of: int) -> None:
        """So many of so many things of the innermost phase are done."""

    def finish(self) -> None:
        """An answer is about to be written: what stands on a terminal has to go."""


_watchers: ContextVar[tuple[Watcher, ...]] = ContextVar("watchers", default=())


class phase:  # noqa: N801
    """`with phase("reading the bundle"):` names the work within, in words that can follow "now"."""

    __slots__ = ("_name", "_told")

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._told = _watchers.get()
        for watcher in self._told:
            watcher.enter(self._name)

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        for watcher in self._told:
            watcher.leave()


def each(items: Iterable[Item], of: int) -> Iterator[Item]:
    """The same items, each told as it is begun: for work on so many things of one sort."""
    told = _watchers.get()
    if not told:
        yield from items
        return
    for done, item in enumerate(items):
        for watcher in told:
            watcher.step(done, of)
        yield item


def finish() -> None:
    """Say that an answer is about to be written."""
    for watcher in _watchers.get():
        watcher.finish()


@contextmanager
def watched_by(watchers: Iterable[Watcher]) -> Iterator[None]:
    """Tell these of every phase within, and that it is over at the end, whatever happened."""
    told = tuple(watchers)
    before = _watchers.set(told)
    try:
        yield
    finally:
        _watchers.reset(before)
        for watcher in told:
            watcher.finish()
