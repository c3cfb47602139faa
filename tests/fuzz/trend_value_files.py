"""Extreme numbers and dates in files of series, through every format of `trend`, without a warning."""

import json
import warnings
from datetime import date, timedelta
from pathlib import Path
from random import Random

from inspector.model.problems import CannotComplete
from inspector.trends import as_json, as_text
from inspector.trends.facts import Drawing, trends
from inspector.trends.series_file import read_series
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, located, refused
from tests.fuzz.value_files import DATES, NUMBERS, endless

DAYS = (
    *DATES,
    "0001",
    "9999",
    "1000",
    "9000/01",
    "8999-Q4",
    "9000-12",
    "29/02/2024",
    "2024-02-29",
    "Feb 9999",
    "1000-01-01",
    "9000-12-31",
)
STEPS = (1, 7, 28, 30, 31, 91, 365, 366, 3652, 36525, 100_000)
GOOD = (
    "0",
    "1",
    "96",
    "0.1",
    "5e-324",
    "1e-320",
    "9e99",
    "-9e99",
    "999999999999",
    "1e12",
    "1e15",
    "100",
    "12.5",
    "50",
    "1e-99",
)
VALUES = (*NUMBERS, "9e99", "-9e99", "1e100", "5e-324", "1e-99", "100%", "101%", "1,000,000,000,000,000", "£1e15")


def make(draw: Random) -> Files:
    """A file of one to three series."""
    counts = draw.random() < 0.5
    lines = ["series,period,numerator,denominator,better" if counts else "series,period,value,better"]
    for name in "abc"[: draw.choice((1, 1, 3))]:
        day, step = date(draw.choice((1000, 1900, 2020, 8000)), 1, draw.choice((1, 15, 31))), draw.choice(STEPS)
        of = GOOD if draw.random() < 0.8 else VALUES
        some = draw.sample(of, draw.choice((1, 2, len(of))))
        for place in range(draw.choice((1, 5, 6, 12, 13, 24, 40, 150))):
            try:
                when = (day + timedelta(days=place * step)).isoformat() if draw.random() < 0.97 else draw.choice(DAYS)
            except OverflowError:
                when = draw.choice(DAYS)
            figures = [draw.choice(some) if draw.random() < 0.98 else draw.choice(VALUES) for _ in range(1 + counts)]
            if counts and draw.random() < 0.7:
                figures.sort(key=lambda text: (len(text), text))
            lines.append(
                ",".join([name, when, *(f'"{figure}"' for figure in figures), draw.choice(("up", "down", ""))])
            )
    return {"t.csv": "\n".join([*lines, ""]).encode()}


def hold(folder: Path) -> str:
    """Refused with a reason, or told in both formats, all numbers finite."""
    drawing = Drawing(rebase=(date(1, 1, 1), date(2021, 1, 1), date(9999, 12, 31)), baseline=12)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = read_series(folder / "t.csv")
        except CannotComplete as failure:
            return refused(failure)
        located(found.problems)
        for how in (Drawing(), drawing):
            judged = list(trends(found.series, None, how))
            as_text.render(judged, found.problems, ascii_only=False)
            if list(endless(json.loads(as_json.render(judged, found.problems, how)))):
                raise Broken("numbers without end")
    return judged[0].judgement.call if judged else "nothing"


FUZZER = Fuzzer("trend_value_files", make, hold, in_suite=100)
