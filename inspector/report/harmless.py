"""A result's document with every text made harmless, and the day on which a report says it was made."""

import os
from datetime import UTC, datetime
from typing import Any

from inspector.report.lines import plain


def harmless(value: Any) -> Any:
    """The same plain values of JSON; control, format and bidirectional characters in any text are shown as escapes."""
    kind = type(value)
    if kind is str:
        return plain(value)
    if kind is dict:
        return {plain(name): harmless(part) for name, part in value.items()}
    if kind is list:
        return [part if type(part) is float else harmless(part) for part in value]
    return value


def cell(text: object) -> str:
    """Text of a table's cell; one that a spreadsheet would take for a formula gets an apostrophe in front."""
    shown = str(text)
    if not isinstance(text, str) or not shown.lstrip().startswith(("=", "+", "-", "@")):
        return shown
    return f"'{shown}"


def made_at() -> datetime | None:
    """The time that `SOURCE_DATE_EPOCH` names; None without it, so that no clock of this run gets into a report."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds.strip().isdigit() else None
    except (OverflowError, ValueError, OSError):
        return None
