"""Two inspections of one authority held against each other. It reads results alone, and judges nothing."""

from inspector.model.comparison import Comparison
from inspector.overtime import causes, ladder, sides
from inspector.overtime.aged import aged
from inspector.overtime.enquiries import enquiries
from inspector.overtime.findings import findings, paired
from inspector.overtime.promises import promises
from inspector.overtime.sides import Given
from inspector.report.document.shape import Document

__all__ = ["compared"]


def compared(then: Document, now: Document, given: tuple[Given, Given] = ("result", "result")) -> Comparison:
    """The comparison of two results of one authority by one framework, the older first.

    Raises `CannotComplete` where they are of two authorities or frameworks, or the wrong way round. Every sentence of it can be
    worked out again from what it cites of the two.
    """
    old, new = sides.side(then, given[0]), sides.side(now, given[1])
    sides.refuse(old, new)
    pairs = paired(then, now)
    two = causes.both(then, now, pairs, same_rules=sides.same_rules(old, new))
    return Comparison(
        old=old,
        new=new,
        notes=tuple(sides.notes(old, new, then, now)),
        says=ladder.verdicts(old, new),
        themes=ladder.themes(then, now),
        findings=findings(then, now, pairs),
        promises=promises(then, now),
        enquiries=enquiries(two),
        aged=aged(then, now),
        calibration=now.get("calibration"),
    )
