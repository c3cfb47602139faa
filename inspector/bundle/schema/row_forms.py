"""Whether a text is a way to write a day, as the engine that will read the days understands it."""

from datetime import datetime

import polars as pl

_DAYS = (datetime(2024, 3, 31, 16, 20), datetime(2001, 12, 5))


def is_date_form(form: str) -> bool:
    """Whether a day that is written in that form can be read again."""
    days = pl.Series(_DAYS)
    try:
        told = days.dt.to_string(form).str.to_date(form, strict=False)
    except pl.exceptions.PolarsError:
        return False
    return told.to_list() == [day.date() for day in _DAYS]
