"""The day on which a report says it was made."""

import os
from datetime import UTC, datetime


def made_at() -> datetime | None:
    """The time that `SOURCE_DATE_EPOCH` names; None without it, so that no clock of this run gets into a report."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds.strip().isdigit() else None
    except (OverflowError, ValueError, OSError):
        return None
