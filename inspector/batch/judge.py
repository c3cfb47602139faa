"""The one function that runs in a worker: a task in, its outcome out. Whatever goes wrong with a bundle is an outcome."""

import gc
import os
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from inspector.batch import keys
from inspector.batch.task import Failed, Judged, Options, Outcome, Task, Told, Why
from inspector.model.inspection import Inspection
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete
from inspector.model.words import short

if TYPE_CHECKING:
    from inspector.inspection import Remembered
    from inspector.register.proven import Known

MOST_SAID = 300
EPOCH = "SOURCE_DATE_EPOCH"
_one_at_a_time = Lock()
"""A worker of Dask may have several threads; what judges has one."""


def judged(task: Task) -> Outcome:
    """The bundle judged as `inspector assess --format json` does, or why it was not. Raises KeyboardInterrupt alone."""
    with _one_at_a_time:
        outcome = _outcome(task)
        # What a bundle leaves in cycles would be kept until half a million more things are made.
        gc.collect()
        _settle()
        return outcome


@cache
def _settle() -> None:
    """What is there after the first bundle stays: it need not be looked through again after each."""
    gc.freeze()


def _outcome(task: Task) -> Outcome:
    try:
        with _as_asked(task.options), _bundle(task) as path:
            return _judged(task, path)
    except KeyboardInterrupt:
        raise
    except BaseException as failure:
        # Polars panics with what is no Exception, and a plugin may call `sys.exit`.
        return _failed(task.name, failure)


@contextmanager
def _as_asked(options: Options) -> Iterator[None]:
    from inspector.model.limits import use

    use(options.limits)
    before = os.environ.get(EPOCH)
    _set(options.epoch)
    try:
        yield
    finally:
        _set(before)


def _set(epoch: str | None) -> None:
    if epoch is None:
        os.environ.pop(EPOCH, None)
    else:
        os.environ[EPOCH] = epoch


@contextmanager
def _bundle(task: Task) -> Iterator[Path]:
    if task.entry is None or task.options.register is None:
        yield Path(task.path)
        return
    from inspector.batch.registered import restored

    with restored(task.options.register, task.entry) as path:
        yield path


def _judged(task: Task, path: Path) -> Outcome:
    from inspector import arguing, inspection, report
    from inspector.bundle.pseudonyms import Pseudonyms
    from inspector.replying import with_replies_from
    from inspector.report.document.make import document

    options = task.options
    workings = inspection.work(
        path,
        options.framework,
        matcher=options.matcher,  # type: ignore[arg-type]
        despite_problems=options.despite_problems,
        pseudonyms=Pseudonyms(options.key) if options.key is not None else None,
        remembered=_remembered(options.register),
    )
    if options.register is not None:
        from inspector.committing import committed

        workings = committed(workings)
    found = arguing.with_pictures(workings, options.seed)
    if wrong := _otherwise(task, found):
        return Failed(task.name, "refused", (wrong,))
    text = report.render(with_replies_from(options.register, document(found), workings.hide), "json")
    return Judged(task.name, text.encode("utf-8", "backslashreplace"), told(found))


_READ: "Known" = {}
"""What this worker has read of a register: a national one is not read anew for each of its bundles."""


def _remembered(register: str | None) -> "Remembered | None":
    if register is None:
        return None
    from inspector.register.recalled import recalled

    return recalled(register, known=_READ)


def _otherwise(task: Task, found: Inspection) -> str:
    """What was judged that was not asked for; empty where it was: a machine elsewhere may have other files."""
    options = task.options
    if found.engine != options.engine:
        return f"the worker runs Inspector {found.engine}, and {options.engine} was asked for: install the same on every worker"
    if found.framework_digest != task.by:
        return "the worker has another framework of that name, or it was changed meanwhile: give every worker the same files"
    if not set(options.plugins) <= set(taking_part(found.plugins)):
        return "the worker has other plugins installed: install the same on every worker"
    if task.entry is None and keys.content(Path(task.path)) != task.content:
        return (
            "the files of the bundle changed meanwhile, or the worker sees others at this path: run the command again"
        )
    return ""


def taking_part(plugins: Iterable[PluginPart]) -> tuple[str, ...]:
    """The plugins that have a part in a result, each with its version."""
    return tuple(sorted(f"{one.name} {one.version}" for one in plugins))


def told(found: Inspection) -> Told:
    """What a summary says of an inspection."""
    return Told(
        authority=found.authority,
        period_start=found.period_start,
        period_end=found.period_end,
        verdict=found.verdict.verdict,
        assurance=found.verdict.assurance,
        standings=tuple((one.theme, one.standing if one.state == "stands" else one.state) for one in found.themes),
        digest=found.bundle_digest,
        root=found.bundle_root or "",
        engine=found.engine,
        framework=found.framework_id,
        framework_version=found.framework_version,
        framework_digest=found.framework_digest,
    )


def _failed(name: str, failure: BaseException) -> Failed:
    from inspector.inspection import ProblemsInEvidence
    from inspector.report.lines import problem_lines

    if isinstance(failure, CannotComplete):
        why: Why = "errors-in-rows" if isinstance(failure, ProblemsInEvidence) else "unreadable"
        return Failed(name, why, tuple(problem_lines(failure.problems)))
    if isinstance(failure, MemoryError):
        return Failed(name, "memory", ("there is not enough memory for it: use fewer --jobs, or a larger machine",))
    if isinstance(failure, OSError):
        at = short(str(failure.filename), MOST_SAID) if failure.filename is not None else "a file"
        return Failed(name, "machine", (f"{at}: {failure.strerror or 'it cannot be used'}",))
    # The text of the failure may repeat a cell, and what is told here goes into files: it is left to `--debug`.
    said = (
        f"a fault of Inspector's own: {type(failure).__name__} {_place(failure)}; `inspector --debug assess` shows it"
    )
    return Failed(name, "fault", (said,))


def _place(failure: BaseException) -> str:
    frames = traceback.extract_tb(failure.__traceback__)
    ours = [frame for frame in frames if "inspector" in Path(frame.filename).parts] or frames
    return f"in {Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else ""
