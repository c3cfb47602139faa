"""What is said of a visit that cannot be used: which file, what is wrong with it, and what to do."""

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error

NAMES = (
    "no-such-visit",
    "visit-altered",
    "visit-version",
    "visit-of-another",
    "visit-seed",
    "visit-row",
    "visit-done",
    "visit-plan",
)
KEEP = "take the file from a copy that was kept, or plan the visit anew and draw from a fresh seed"


def refused(name: str, file: str, message: str, fix: str = "", *, path: str | None = None) -> CannotComplete:
    """The refusal of one of `NAMES`, to be raised. `file` is the file of the visit, `path` a place in it."""
    return CannotComplete([problem(name, file, message, fix, path=path)])


def problem(name: str, file: str, message: str, fix: str = "", *, path: str | None = None) -> Problem:
    """One of `NAMES`, as a problem."""
    return error(name, Where(file=file, path=path), message, fix=fix)


def altered(file: str, message: str, path: str | None = None) -> CannotComplete:
    """That a file of a visit is not as it was written."""
    return refused("visit-altered", file, message, KEEP, path=path)
