"""Months in English, whatever the locale: the same evidence gives the same words on every machine."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_year(day: date) -> str:
    """The month of a day in words: `May 2024`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_month_year(day: date) -> str:
    """A day in words: `3 May 2024`."""
    return f"{day.day} {month_year(day)}"
