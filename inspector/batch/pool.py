"""Processes beside this one, each of which judges one bundle at a time. Nobody else starts a process.

A worker that ends takes nothing with it: its bundle is tried once more in a new one, as whoever runs short of memory is not
always who is ended for it, and is then told as failed. A worker is replaced after `FRESH_AFTER` bundles, or once it has grown.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from inspector.batch.task import Failed


class Named(Protocol):
    """Anything that is given to a worker: it is known by its name."""

    @property
    def name(self) -> str:
        """What it is called; no two of one run are called alike."""
        ...


Task = TypeVar("Task", bound=Named)
Outcome = TypeVar("Outcome")

FRESH_AFTER = 500
GROWN = 3
"""Times the memory that a worker had after its first bundle."""
SETTINGS = {"OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
"""For a worker: one core each. One thread also sums in one order on every machine."""


class Answer(NamedTuple):
    """An outcome, and whether the worker takes another bundle after it."""

    outcome: Any
    more: bool


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(tasks: Iterable[Task], jobs: int, judge: Callable[[Task], Outcome]) -> Iterator[Outcome | Failed]:
    """The outcome of each task, in the order in which they end. Workers are gone when the iterator is closed.

    `judge` is a function of a module: that is where a worker looks it up.
    """
    pool = _Pool(iter(tasks), jobs, judge)
    try:
        yield from pool.run()
    finally:
        pool.end()


class _Worker(Generic[Task, Outcome]):
    """A process that judges, and what it has in hand."""

    def __init__(self, judge: Callable[[Task], Outcome]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        # What libraries read as they are imported has to stand in the environment by then.
        before = {name: os.environ.get(name) for name in SETTINGS}
        os.environ.update(SETTINGS)
        try:
            self.process = context.Process(target=_work, args=(theirs, judge), daemon=True, name="inspector-batch")
            self.process.start()
        finally:
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})
        theirs.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        """Let it judge; a worker that has ended meanwhile is found out when it is asked for an answer."""
        self.task = task
        with suppress(OSError):
            self.pipe.send(task)

    def answer(self) -> Answer | None:
        """What it has to say; None where it has ended."""
        try:
            found: Answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return found

    def end(self) -> int | None:
        """End it, whatever it does; its exit code where it had ended already."""
        self.pipe.close()
        self.process.join(0.5 if self.task is None else 0)
        code = self.process.exitcode
        if code is None:
            self.process.kill()
        self.process.join()
        return code


class _Pool(Generic[Task, Outcome]):
    def __init__(self, tasks: Iterator[Task], jobs: int, judge: Callable[[Task], Outcome]) -> None:
        self._tasks, self._jobs, self._judge = tasks, jobs, judge
        self._again: deque[Task] = deque()
        self._tried: set[str] = set()
        self._workers: list[_Worker[Task, Outcome]] = []

    def run(self) -> Iterator[Outcome | Failed]:
        """Every outcome. A task is only taken from the iterator when a worker is free for it."""
        while self._hand_out():
            for pipe in wait([worker.pipe for worker in self._workers]):
                worker = next(one for one in self._workers if one.pipe is pipe)
                outcome = self._taken(worker)
                if outcome is not None:
                    yield outcome

    def _hand_out(self) -> bool:
        """Give every worker something to do; False once there is nothing left and nobody works."""
        for worker in [one for one in self._workers if one.task is None]:
            task = self._next()
            if task is None:
                self._dismiss(worker)
            else:
                worker.give(task)
        while len(self._workers) < self._jobs and (task := self._next()) is not None:
            self._workers.append(_Worker(self._judge))
            self._workers[-1].give(task)
        return bool(self._workers)

    def _next(self) -> Task | None:
        return self._again.popleft() if self._again else next(self._tasks, None)

    def _taken(self, worker: _Worker[Task, Outcome]) -> Outcome | Failed | None:
        """What a worker brought; None where it ended and its bundle is tried again."""
        answer, task = worker.answer(), worker.task
        assert task is not None
        if answer is None:
            code = self._dismiss(worker)
            if task.name in self._tried:
                return Failed(task.name, "killed", (_ended(code),))
            self._tried.add(task.name)
            self._again.append(task)
            return None
        worker.task = None
        if not answer.more:
            self._dismiss(worker)
        found: Outcome = answer.outcome
        return found

    def _dismiss(self, worker: _Worker[Task, Outcome]) -> int | None:
        self._workers.remove(worker)
        if worker.task is not None:
            # Its end of the pipe is closed, so it is ending: what it says of that is worth a moment.
            worker.process.join(5)
        return worker.end()

    def end(self) -> None:
        """No worker is left."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()


def _ended(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            name = signal.Signals(-code).name
            short = (
                ", most often for want of memory: use fewer --jobs, or a larger machine" if name == "SIGKILL" else ""
            )
            return f"the process that judged it was ended twice by {name}{short}"
    return f"the process that judged it ended twice, with {code}"


def _work(pipe: Connection, judge: Callable[[Any], Any]) -> None:
    """What a worker does until it is told no more."""
    # Whoever stops a run with the keyboard means the one that was called; that ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(500_000, 50, 50)
    first = 0
    with suppress(EOFError, OSError):
        for number in range(1, FRESH_AFTER + 1):
            task = pipe.recv()
            outcome = judge(task)
            held = _memory()
            first = first or held
            more = number < FRESH_AFTER and held <= GROWN * first
            pipe.send(Answer(outcome, more))
            if not more:
                return


def _memory() -> int:
    """Bytes of memory in use now, as far as the system says; 0 where it does not."""
    if sys.platform != "linux":
        return 0
    with open("/proc/self/statm", "rb") as stream:  # noqa: PTH123
        return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
