"""A theme's place on the ladder as four cells: filled as far as it stands, with what doubt takes away or leaves open."""

from inspector.report.front import Held
from inspector.report.screen.look import Look

STEPS = 4
SURE, DOUBTED, OPEN, NONE = range(4)
BLOCKS = "█▓░·"
ASCII = "#+?."


def bar(theme: Held, look: Look) -> str:
    """`██░·`: surely two steps, could be three."""
    signs = BLOCKS if look.unicode else ASCII
    return "".join(signs[_sign(step, theme)] for step in range(1, STEPS + 1))


def step_bar(step: int, look: Look) -> str:
    """The bar of a step alone, whatever doubt leaves."""
    signs = BLOCKS if look.unicode else ASCII
    return signs[SURE] * step + signs[NONE] * (STEPS - step)


def _sign(step: int, theme: Held) -> int:
    if step <= theme["step"]:
        return SURE if step <= theme["low"] else DOUBTED
    return OPEN if step <= theme["high"] else NONE
