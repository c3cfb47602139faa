"""Files of series as strangers might send them: judged, told and drawn, or refused with the place."""

import csv
import io
import json
from pathlib import Path
from random import Random

from inspector.trends import as_json, as_text
from inspector.trends.facts import Drawing, trends
from inspector.trends.series_file import read_series
from tests.fuzz.damage import some_bytes, some_cells
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, answered

HEADINGS = (
    ["series", "period", "value"],
    ["series", "period", "numerator", "denominator"],
    ["period", "value"],
    ["Period", "Value", "better"],
    ["indicator", "month", "count"],
)
PERIODS = (
    "2023-{month:02}",
    "2023-{month:02}-01",
    "01/{month:02}/2023",
    "{month:02}/2023",
    "2023-24 Q{quarter}",
    "Apr-2{quarter}",
    "20{year:02}",
    "20{year:02}/{next:02}",
)


def make(random: Random) -> Files:
    """A file of one to three series of up to 30 points, spoilt as a table, as bytes, or both."""
    heading = list(random.choice(HEADINGS))
    form = random.choice(PERIODS)
    rows = [heading]
    for name in range(random.randint(1, 3)):
        for point in range(random.randrange(30)):
            period = form.format(month=point % 12 + 1, quarter=point % 4 + 1, year=point % 90 + 1, next=point % 90 + 2)
            values = {
                "series": f"s{name}",
                "indicator": f"s{name}",
                "better": "up",
                "denominator": str(random.randint(1, 99)),
            }
            rows.append(
                [
                    values.get(
                        word.lower(), period if word.lower() in ("period", "month") else str(random.randint(0, 99))
                    )
                    for word in heading
                ]
            )
    rows = some_cells(random, rows) if random.random() < 0.8 else rows
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    data = text.getvalue().encode()
    return {"t.csv": some_bytes(random, data) if random.random() < 0.4 else data}


def hold(folder: Path) -> str:
    """`told` where some series was judged, `nothing` where none could be, `refused` where the file is none."""
    reading = answered(read_series, folder / "t.csv")
    if reading is None:
        return "refused"
    found = list(trends(reading.series, None, Drawing()))
    as_text.render(iter(found), reading.problems, ascii_only=False)
    answer = json.loads(as_json.render(iter(found), reading.problems, Drawing()), parse_constant=_none)
    if len(answer["series"]) != len(reading.series):
        raise Broken("a series was not told")
    return "told" if found else "nothing"


def _none(name: str) -> None:
    raise Broken(f"{name} in JSON")


FUZZER = Fuzzer("trend_files", make, hold, in_suite=100)
