"""Durations around a deadline: what was counted, and what the days around lead one to expect."""

from collections import Counter

from inspector.model.evidence import Evidence
from inspector.model.pictures import Heap
from inspector.stats.rounding import round6


def heaps(evidence: Evidence) -> tuple[Heap, ...]:
    """One histogram per indicator with a deadline and enough durations near it, sorted by indicator."""
    from inspector.stats.bunching_curve import expected

    counts: dict[str, Counter[int]] = {}
    for one in evidence.durations:
        counts.setdefault(one.indicator, Counter())[one.days] += one.count
    register = {one.indicator: one for one in reversed(evidence.indicators)}
    found = []
    for name in sorted(counts):
        indicator = register.get(name)
        if indicator is None or indicator.deadline is None or indicator.deadline < 2:
            continue
        curve = expected(counts[name], indicator.deadline)
        if curve is not None:
            found.append(
                Heap(
                    indicator=name,
                    title=indicator.title,
                    deadline=indicator.deadline,
                    unit="working days" if indicator.deadline_unit == "working-days" else "days",
                    days=tuple(curve),
                    counts=tuple(counts[name][day] for day in curve),
                    expected=tuple(round6(value) for value in curve.values()),
                )
            )
    return tuple(found)
