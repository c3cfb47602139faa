"""The assurance icon of an XmR chart. It reads a target, so it stands apart: no signal may import it."""

from inspector.stats.xmr import Direction, Point


def assurance(point: Point, direction: Direction, target: float | None) -> str | None:
    """`consistent_pass`, `consistent_fail` or `inconsistent` by the limits of the last point, as NHSRplotthedots 0.2.2.

    None without a target, without limits, or where no direction is better. A target exactly on a limit is
    `inconsistent`, as in the package; the Power BI version calls it a fail.
    """
    if target is None or direction == "neutral" or point.lower is None or point.upper is None:
        return None
    if point.lower <= target <= point.upper:
        return "inconsistent"
    beyond_reach = target > point.upper if direction == "increase" else target < point.lower
    return "consistent_fail" if beyond_reach else "consistent_pass"
