"""What the figures of an indicator show of a declared event."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from inspector.evidence.declared_book import Book, file_of, without
from inspector.evidence.declared_log import APART, EVERY, FEW_DAYS, GRACE
from inspector.evidence.declared_weighed import Weighed
from inspector.model.declared import Declared
from inspector.model.evidence import Figure, SetAside
from inspector.model.words import agree, plural

FEWEST = 8
"""Figures of a series before anything is borne out by all of them being alike."""
SMALL_TIMES = 4
"""A count beside a suppressed one may be so many times the bound and still be of small counts."""
COMPANY = 0.75
"""Share of the series of the same file that an outage must have left without figures."""
MOST_GONE = 1 / 3
"""Share of a series that an outage may take and something be left to judge by."""
NEARLY_ALL, NEAR, FEW_SERIES = 0.75, 0.2, 3
"""Share of all series in which as many more or fewer must be counted since a boundary changed, how near, and of how many."""
STEP = 0.08
"""Share by which what is counted must have become more or fewer where a boundary changed."""


def _of_them(some: Sequence[Figure], every: Sequence[Figure]) -> str:
    return f"{len(some)} of {plural(len(every), 'figure')}"


def _was(some: Sequence[Figure]) -> str:
    return agree(len(some), "was", "were")


def _counts(figure: Figure) -> list[float]:
    """The counts of a figure, or else its value."""
    given = [n for n in (figure.numerator, figure.denominator) if n is not None]
    return given or ([figure.value] if figure.value is not None else [])


def _made(figure: Figure) -> date | None:
    return figure.revised_on or figure.recorded_on


def _of(one: Declared, id: str, outcome: str, says: str, rows: Sequence[Figure | SetAside]) -> Weighed:
    return Weighed(one, f"indicator/{id}", outcome, says, tuple(rows))  # type: ignore[arg-type]


def carried_over(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where all figures of before bear the day of the move, or one within a week of it."""
    until = max(one.last, one.on + FEW_DAYS)
    before = [f for f in book.series[id] if f.period_end < one.on]
    moved = [f for f in before if (day := _made(f)) and one.on <= day <= until]
    if not before:
        return _of(one, id, "not-borne-out", f"None of its figures is of before {one.on}.", book.series[id])
    if not moved or len(moved) < (1 - APART) * len(before):
        says = f"{_of_them(moved, before)} of before {one.on} {_was(moved)} recorded or revised from then to {until}."
        return _of(one, id, "not-borne-out", says, before)
    says = f"{_of_them(moved, before)} of before {one.on} {_was(moved)} recorded or revised from then to {until}."
    return _of(one, id, "borne-out", says, moved)


def definition_changed(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where the series goes over that day without a step towards better that chance does not explain."""
    from inspector.stats.steps import step_near

    mine, known = book.series[id], book.register.get(id)
    place = sum(f.period_start < one.on for f in mine)
    given = [f.value if f.value is not None else (f.numerator or 0.0) / (f.denominator or 1.0) for f in mine]
    way = -1 if known is not None and known.better == "down" else 1
    step = step_near([way * one for one in given], place)
    if step is None:
        return _of(one, id, "cannot-tell", "Four figures on either side of the change are needed.", mine)
    if step.p_value < 0.01:
        return _of(one, id, "not-borne-out", "The figures step towards better just there.", mine[max(0, place - 1) :])
    return _of(
        one, id, "borne-out", "The figures show no step for the better there that chance does not explain.", mine
    )


def suppressed(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where what is left has no count below the bound, and what stands beside the suppressed ones is small."""
    hidden, mine = book.hidden.get(id, []), book.series[id]
    bound = one.amount or 6
    if not hidden:
        return _of(one, id, "not-borne-out", "None of its figures is suppressed.", mine)
    tops = [f.numerator if f.numerator is not None else f.value for f in mine]
    below = [f for f, top in zip(mine, tops, strict=True) if top is not None and 0 < top < bound]
    if below:
        says = f"{_of_them(below, mine)} that are given {agree(len(below), 'is', 'are')} below {bound} as well."
        return _of(one, id, "not-borne-out", says, below)
    known = sorted(top for top in tops if top is not None)
    if not known or known[len(known) // 4] > SMALL_TIMES * bound:
        says = (
            f"A quarter of the figures that are given are {known[len(known) // 4]:.0f} or less."
            if known
            else "None is given."
        )
        return _of(one, id, "not-borne-out", says, mine)
    are = agree(len(hidden), "is", "are")
    says = f"{plural(len(hidden), 'figure')} {are} suppressed, and none of the {len(mine)} others is below {bound}."
    return _of(one, id, "borne-out", says, [*hidden, *mine])


def entered_together(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where figures of several periods were recorded on one day, again and again, as often as declared."""
    most = EVERY[one.every or "month"]
    dated = [f for f in book.series[id] if (day := f.recorded_on) and day >= one.on and (not one.to or day <= one.to)]
    days = {f.recorded_on for f in dated}
    soon = [f for f in dated if f.recorded_on and (f.recorded_on - f.period_end).days <= most + GRACE]
    says = (
        f"{_of_them(soon, dated)} {_was(soon)} recorded within a {one.every or 'month'}, on {plural(len(days), 'day')}."
    )
    good = len(days) >= 2 and len(soon) >= (1 - APART) * len(dated) > 0
    return _of(one, id, "borne-out" if good else "not-borne-out", says, soon if good else book.series[id])


def rounded(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where every count (of figures without counts, every value) is a multiple of the amount."""
    amount = one.amount or 5
    mine = [
        f for f in book.series[id] if _counts(f) and f.period_end >= one.on and (not one.to or f.period_start <= one.to)
    ]
    off = [f for f in mine if any(n % amount for n in _counts(f))]
    if len(mine) < FEWEST:
        return _of(
            one,
            id,
            "cannot-tell",
            f"It has {plural(len(mine), 'figure')} of that time; {FEWEST} are needed.",
            book.series[id],
        )
    if off:
        says = f"{_of_them(off, mine)} {agree(len(off), 'is no multiple', 'are no multiples')} of {amount}."
        return _of(one, id, "not-borne-out", says, off)
    return _of(one, id, "borne-out", f"All of its {len(mine)} figures are multiples of {amount}.", mine)


def outage(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where figures are missing just there, and in nearly all other series of the same file as well."""
    mine = book.series[id]
    found = without(one, mine)
    if found is None:
        return _of(one, id, "cannot-tell", "Its figures do not reach over those days.", mine)
    gone, there = found
    if not gone or there:
        says = f"{plural(there, 'figure')} of periods within those days {agree(there, 'is', 'are')} there, and {gone} missing."
        return _of(one, id, "not-borne-out", says, mine)
    if gone > MOST_GONE * (gone + len(mine)):
        return _of(
            one, id, "not-borne-out", f"{gone} of {gone + len(mine)} periods {agree(gone, 'is', 'are')} missing.", mine
        )
    file = [other for other in book.series.values() if file_of(other[0]) == file_of(mine[0])]
    along = sum((w := without(one, other)) is not None and w[0] > 0 and not w[1] for other in file)
    missing = f"{plural(gone, 'period')} {agree(gone, 'is', 'are')}"
    if along < COMPANY * len(file):
        miss = agree(along, "misses", "miss")
        says = f"{missing} missing; of {len(file)} series in the file {along} {miss} those days."
        return _of(one, id, "cannot-tell", says, mine)
    says = f"{missing} missing just there, and so it is in {along} of {len(file)} series of the file."
    beside = [f for f in mine if f.period_end < one.on][-1:] + [f for f in mine if f.period_start > one.last][:1]
    return _of(one, id, "borne-out", says, beside or mine)


def _turned(one: Declared, mine: Sequence[Figure]) -> float | None:
    """By what share more (or fewer) were counted after the day than before; None where that cannot be told."""
    sizes = [(f.period_start, f.denominator if f.denominator is not None else f.value) for f in mine]
    before = [n for day, n in sizes if n and day < one.on][-6:]
    after = [n for day, n in sizes if n and day >= one.on][:6]
    return None if len(before) < 3 or len(after) < 3 else median(after) / median(before) - 1


def _stepped(one: Declared, id: str, book: Book) -> bool:
    """Whether a series steps towards better at that day by more than chance explains."""
    return definition_changed(one, id, book).outcome == "not-borne-out"


def boundary_changed(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where what is counted became more or fewer just then, in most series of the bundle alike."""
    own = _turned(one, book.series[id])
    if own is None:
        return _of(one, id, "cannot-tell", "Three figures on either side are needed.", book.series[id])
    every = [turned for mine in book.series.values() if (turned := _turned(one, mine)) is not None]
    alike = sum(
        turned * own > 0 and abs(turned) >= STEP and abs((1 + turned) / (1 + own) - 1) <= NEAR for turned in every
    )
    says = f"{abs(own):.0%} {'more' if own > 0 else 'fewer'} are counted since; so it is in {alike} of {len(every)} series."
    if _stepped(one, id, book):
        return _of(one, id, "cannot-tell", says + " The figures step towards better just there.", book.series[id])
    good = abs(own) >= STEP and len(every) >= FEW_SERIES and alike >= NEARLY_ALL * len(every)
    return _of(one, id, "borne-out" if good else "not-borne-out", says, book.series[id])


def backlog(one: Declared, id: str, book: Book) -> Weighed:
    """Borne out where figures of earlier periods were recorded in those days."""
    rows = [
        f for f in book.series[id]
        if f.recorded_on and one.on <= f.recorded_on <= one.last and (f.recorded_on - f.period_end).days > EVERY["month"]
    ]  # fmt: skip
    says = (
        f"{plural(len(rows), 'figure')} of more than a month before {_was(rows)} recorded from {one.on} to {one.last}."
    )
    return _of(one, id, "borne-out" if len(rows) >= 2 else "not-borne-out", says, rows or book.series[id])
