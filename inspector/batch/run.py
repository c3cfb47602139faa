"""The run itself: what is done already is found, the rest is judged, each result is kept as it comes."""

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol

from inspector.batch import keys
from inspector.batch.found import Found
from inspector.batch.remaining import Remaining
from inspector.batch.task import Failed, Judged, Options, Outcome, Refused, Task

STOPS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Where nothing more can be kept, whatever the bundle."""

Backend = Callable[[Iterable[Task]], Iterator[Outcome]]


class Keeper(Protocol):
    """Where results go: a folder, a register."""

    def find(self, key: str, name: str) -> Judged | None:
        """The result that is kept under the key; None where there is none."""

    def keep(self, key: str, one: Judged) -> None:
        """Keep it; after this it is there whatever happens. Raises OSError or Refused."""


class Stand(NamedTuple):
    """How far a run has come: so many of so many, of which failed and were there before; seconds that are left, if known."""

    done: int
    of: int
    failed: int
    before: int
    left: float | None


Watch = Callable[[Stand], None]


class Known(NamedTuple):
    """What a result depends on besides the bundle: digests over what a register knows, and of the framework it names."""

    register: str = ""
    framework: str = ""


def run(
    found: Sequence[Found],
    options: Options,
    backend: Backend,
    keepers: Sequence[Keeper],
    watch: Watch,
    known: Callable[[Found], Known] = lambda _: Known(),
) -> list[Outcome]:
    """Every bundle's outcome, by name, without the bytes of results. `known`: what else its result depends on.

    Raises OSError where nothing can be kept any more.
    """
    tasks = {one.name: _task(one, options, known(one)) for one in found}
    outcomes: dict[str, Outcome] = {}
    to_do: list[Task] = []
    for task in tasks.values():
        done = _done(keys.key(task), task.name, keepers)
        if done is None:
            to_do.append(task)
        else:
            outcomes[task.name] = done
    before = len(outcomes)
    sizes = {task.name: keys.size(Path(task.path)) if task.entry is None else 0 for task in to_do}
    # The largest first: a long one that begins last would leave the other cores with nothing to do.
    to_do.sort(key=lambda task: (-sizes[task.name], task.name))
    remaining, began = Remaining(sizes), monotonic()

    def stand() -> Stand:
        failed = sum(isinstance(one, Failed) for one in outcomes.values())
        return Stand(len(outcomes), len(tasks), failed, before, remaining.seconds(monotonic() - began))

    watch(stand())
    if not to_do:
        return [outcomes[name] for name in sorted(outcomes)]
    for outcome in backend(to_do):
        outcomes[outcome.name] = _kept(keys.key(tasks[outcome.name]), outcome, keepers)
        remaining.done(outcome.name)
        watch(stand())
    return [outcomes[name] for name in sorted(outcomes)]


def _task(one: Found, options: Options, known: Known) -> Task:
    content = one.root if one.entry is not None else keys.content(one.path)
    return Task(one.name, str(one.path), content, options, one.entry, known.register, known.framework)


def _done(key: str, name: str, keepers: Sequence[Keeper]) -> Outcome | None:
    """What any keeper has of it, given to those that lack it."""
    there = [keeper.find(key, name) for keeper in keepers]
    one = next((one for one in there if one is not None), None)
    if one is None:
        return None
    return _kept(key, one, [keeper for keeper, has in zip(keepers, there, strict=True) if has is None])


def _kept(key: str, outcome: Outcome, keepers: Sequence[Keeper]) -> Outcome:
    if isinstance(outcome, Failed):
        return outcome
    try:
        for keeper in keepers:
            keeper.keep(key, outcome)
    except Refused as refused:
        return Failed(outcome.name, "refused", (str(refused),))
    except OSError as failure:
        if failure.errno in STOPS:
            raise
        return Failed(outcome.name, "machine", (f"its result cannot be written: {failure.strerror or failure}",))
    return outcome._replace(result=b"")
