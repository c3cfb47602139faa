"""Whether two rules conclude the opposite of one another."""

from inspector.model.ladder import rank
from inspector.model.rules import Rule


def opposite(a: Rule, b: Rule) -> str:
    """How two rules conclude the opposite, in words; empty where they do not."""
    if {a.conclude.direction, b.conclude.direction} == {"better", "worse"}:
        return "one says better and the other worse"
    for gives, limits in ((a, b), (b, a)):
        standing, limit = gives.conclude.standing, limits.conclude.limit
        apart = gives.theme == limits.theme and limits.conclude.standing is None and standing is not None
        if apart and limit is not None and standing is not None and rank(limit) < rank(standing):
            return f"{gives.id} gives {standing} where {limits.id} allows {limit} at most"
    return ""
