"""What is said of a register, a key or a receipt that cannot be used: what is wrong, where, and what to do."""

from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error


def refused(rule: str, message: str, place: str = "", fix: str = "") -> CannotComplete:
    """A refusal, to be raised: `rule` is the problem's id, `place` the register or file as it may be printed."""
    return CannotComplete([error(rule, Where(file=place or "register"), message, fix=fix)])
