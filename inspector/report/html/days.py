"""Days and stretches of time as a page writes them."""

from datetime import date

from inspector.model.months import day_month_year
from inspector.report.charts.svg import month


def day(iso: str | None) -> str:
    """`3 May 2024`; nothing of nothing, and what is no day as it stands."""
    if not iso:
        return ""
    try:
        return day_month_year(date.fromisoformat(iso))
    except ValueError:
        return iso


def span(start: str, end: str) -> str:
    """`Apr 2023`, or `Apr 2023 – Jun 2023`."""
    return month(start) if start[:7] == end[:7] else f"{month(start)} – {month(end)}"
