"""One way for this room to say that a framework or a fact cannot be used as it stands."""

from inspector.model.problems import CannotComplete, Problem, Where


def refuse(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    """A located error, ready to raise. `rule` is the permanent id of the remark."""
    problem = Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)
    return CannotComplete((problem,))
