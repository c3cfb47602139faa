"""The length of a figure's period, and its place on a line of equal periods."""

from datetime import date

from inspector.model.evidence import Figure

DAYS_A_MONTH = 30.4375


def length_of(figure: Figure) -> tuple[int, int]:
    """The length of a period: whole months, or days where it is shorter than a month."""
    days = max(1, (figure.period_end - figure.period_start).days + 1)
    months = round(days / DAYS_A_MONTH)
    return (months, 0) if months else (0, days)


def place_of(figure: Figure, first: Figure, step: int, days: int) -> int:
    """How many periods after that of the first figure, of `step` months or else of `days` days."""
    if step:
        return (month_number(figure.period_start) - month_number(first.period_start)) // step
    return (figure.period_start - first.period_start).days // days


def month_number(day: date) -> int:
    """Months since the year nought."""
    return day.year * 12 + day.month - 1
