"""Whether a text is a pattern, or a way to write a day, as the engine that will use it understands it."""

from datetime import datetime

import polars as pl

_DAYS = (datetime(2024, 3, 31, 16, 20), datetime(2001, 12, 5))


def pattern_fault(pattern: str) -> str:
    """Why a text is no regular expression of the linear-time engine; empty where it is one."""
    try:
        pl.Series(["x"]).str.contains(pattern)
    except pl.exceptions.PolarsError as failure:
        lines = [line.strip() for line in str(failure).splitlines() if line.strip()]
        told = next((line for line in lines if line.startswith("error:")), lines[0] if lines else "")
        return told.removeprefix("regex error:").removeprefix("error:").strip()[:120]
    return ""


def is_date_form(form: str) -> bool:
    """Whether a day that is written in that form can be read again."""
    days = pl.Series(_DAYS)
    try:
        told = days.dt.to_string(form).str.to_date(form, strict=False)
    except pl.exceptions.PolarsError:
        return False
    return told.to_list() == [day.date() for day in _DAYS]
