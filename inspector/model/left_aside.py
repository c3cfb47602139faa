"""How figures that are set aside are told: how many, and the first of them with row and reason."""

from collections.abc import Sequence

from inspector.model.evidence import SetAside
from inspector.model.words import plural

SHOWN = 3
"""So many are told one by one."""


def told(aside: Sequence[SetAside]) -> str:
    """`1 figure is left out: row 14, 160 of 96 is impossible`; empty where there is none."""
    if not aside:
        return ""
    shown = "; ".join(f"{one.path or f'row {one.row}'}, {one.says}" for one in aside[:SHOWN])
    more = f"; and {len(aside) - SHOWN} more" if len(aside) > SHOWN else ""
    return f"{plural(len(aside), 'figure')} {'is' if len(aside) == 1 else 'are'} left out: {shown}{more}"
