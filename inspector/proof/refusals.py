"""What is said of a visit that cannot be used: which file, what is wrong with it, and what to do."""

from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error

KEEP = "take the file from a copy that was kept, or plan the visit anew and draw from a fresh seed"


def refused(name: str, file: str, message: str, fix: str = "", *, path: str | None = None) -> CannotComplete:
    """A refusal, to be raised: `name` is the problem's id, `file` the file of the visit, `path` a place in it."""
    return CannotComplete([error(name, Where(file=file, path=path), message, fix=fix)])


def altered(file: str, message: str, path: str | None = None) -> CannotComplete:
    """That a file of a visit is not as it was written."""
    return refused("visit-altered", file, message, KEEP, path=path)
