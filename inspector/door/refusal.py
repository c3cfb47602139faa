"""How the door refuses what it cannot do: as every room does, in words."""

from collections.abc import Iterable

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean


def refused(rule: str, what: str, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    """One error about an argument or a file, ready to raise."""
    problem = Problem(rule=rule, level="error", where=Where(file=what), message=message, expected=expected, fix=fix)
    return CannotComplete([problem])


def one_of(name: str, value: object, choices: Iterable[str]) -> str:
    """The value of an argument that has few. Raises CannotComplete for any other."""
    known = list(choices)
    if isinstance(value, str) and value in known:
        return value
    message = f"{value!r} is not one of its values"
    raise refused("argument", name, message, f"one of {', '.join(known)}", did_you_mean(str(value), known))
