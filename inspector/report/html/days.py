"""Days and stretches of time as a page writes them."""

from datetime import date

from inspector.report.charts.svg import month
from inspector.report.wording import day_of


def day(iso: str | None) -> str:
    """`3 May 2024`; nothing of nothing, and what is no day as it stands."""
    if not iso:
        return ""
    try:
        date.fromisoformat(iso)
        return day_of(iso)
    except ValueError:
        return iso


def span(start: str, end: str) -> str:
    """`Apr 2023`, or `Apr 2023 – Jun 2023`."""
    return month(start) if start[:7] == end[:7] else f"{month(start)} – {month(end)}"
