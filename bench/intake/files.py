"""Twenty files as people write them: one monthly series each, the same 24 figures, and one trouble each."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

MONTHS = [date(2023 + (m // 12), m % 12 + 1, 1) for m in range(24)]
VALUES = [
    68.2, 70.1, 66.4, 69.9, 71.3, 72.8, 70.4, 69.1, 73.5, 74.2, 72.9, 75.1,
    74.4, 76.3, 75.8, 77.2, 76.1, 78.4, 77.9, 79.3, 78.1, 80.2, 79.6, 81.4,
]  # fmt: skip
NAMES = [month.strftime("%b-%y") for month in MONTHS]
Make = Callable[[Path], Path]
LATE = 20
"""In the series with suppressed figures the last four are kept back."""


def rows(periods: list[Any] | None = None, values: list[Any] | None = None) -> list[list[Any]]:
    """Headings and rows of the series in long form."""
    each = zip(periods or [month.isoformat() for month in MONTHS], values or VALUES, strict=True)
    return [["month", "value"], *([period, value] for period, value in each)]


def text(table: list[list[Any]], delimiter: str = ",") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(table)
    return stream.getvalue()


def plain(table: list[list[Any]], encoding: str = "utf-8", delimiter: str = ",", name: str = "series.csv") -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(text(table, delimiter).encode(encoding))
        return path

    return make


def book(fill: Callable[[Any], None], epoch: int = 1900) -> Make:
    """A workbook; `fill` writes its sheets."""

    def make(folder: Path) -> Path:
        import xlsxwriter

        path = folder / "series.xlsx"
        with xlsxwriter.Workbook(path, {"date_1904": epoch == 1904, "default_date_format": "mmm yyyy"}) as made:
            fill(made)
        return path

    return make


def put(onto: Any, table: list[list[Any]]) -> None:
    for number, row in enumerate(table):
        onto.write_row(number, 0, row)


def sheet(table: list[list[Any]]) -> Callable[[Any], None]:
    return lambda made: put(made.add_worksheet(), table)


def second_sheet(made: Any) -> None:
    first = made.add_worksheet("Read me")
    put(first, [["Produced by the performance team for the monthly meeting"]])
    data = made.add_worksheet("Data")
    data.activate()
    data.set_first_sheet()
    first.hide()
    put(data, rows([datetime(m.year, m.month, 1) for m in MONTHS]))


def across(made: Any) -> None:
    heads = ["Indicator", "Target", *NAMES, "Direction"]
    figures = ["Visits on time (%)", 90, *VALUES, "Up"]
    put(made.add_worksheet(), [["Performance scorecard 2023 to 2024"], [], heads, figures, ["Source: case system"]])


def two_deep(made: Any) -> None:
    onto = made.add_worksheet()
    put(onto, [["Indicator"], ["", *[month.strftime("%b") for month in MONTHS]], ["Visits on time (%)", *VALUES]])
    onto.merge_range(0, 1, 0, 12, 2023)
    onto.merge_range(0, 13, 0, 24, 2024)


def html(folder: Path) -> Path:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows())
    path = folder / "series.xls"
    path.write_text(f"<html><body><table>{cells}</table></body></html>", encoding="utf-8")
    return path


SUPPRESSED = [*map(str, VALUES[:LATE]), "c", "*", "[c]", "x"]
FILES: dict[str, Make] = {
    "semicolons, decimal commas": plain(rows(values=[f"{v}".replace(".", ",") for v in VALUES]), delimiter=";"),
    "decimal commas in quotes": plain(rows(values=[f"{v}".replace(".", ",") for v in VALUES])),
    "tabs, UTF-16": plain(rows(), "utf-16", "\t", "series.txt"),
    "Windows-1252": plain([["month", "value £"], *rows()[1:]], "cp1252"),
    "title rows above the headings": plain([["Visits on time, monthly"], ["Report run 05/01/2025"], [], *rows()]),
    "total and source below": plain(
        [*rows(), ["Total", round(sum(VALUES), 1)], ["Source: case system, 5 January 2025"]]
    ),
    "days as DD/MM/YYYY": plain(rows([m.replace(day=5).strftime("%d/%m/%Y") for m in MONTHS])),
    "days as DD/MM/YY": plain(rows([m.replace(day=28).strftime("%d/%m/%y") for m in MONTHS])),
    "months as Apr-23": plain(rows(NAMES)),
    "months as 202304": plain(rows([m.strftime("%Y%m") for m in MONTHS])),
    "Excel day numbers": plain(rows([(m - date(1899, 12, 30)).days for m in MONTHS])),
    "a workbook of 1904": book(sheet(rows([datetime(m.year, m.month, 1) for m in MONTHS])), 1904),
    "suppressed figures": plain(rows(values=SUPPRESSED)),
    "percent signs": plain(rows(values=[f"{v}%" for v in VALUES])),
    "thousand separators": plain(rows(values=[f"{v * 100:,.0f}" for v in VALUES])),
    "parts of 1 among percentages": plain(
        rows(values=[v if n % 6 else round(v / 100, 3) for n, v in enumerate(VALUES)])
    ),
    "a column a month, title and notes": book(across),
    "headings in two rows, merged": book(two_deep),
    "the second of two sheets, the first hidden": book(second_sheet),
    "HTML that is called .xls": html,
}
SCALE = {"thousand separators": 100.0}
REFUSED = frozenset({"parts of 1 among percentages", "HTML that is called .xls"})
"""Files in which no reading is right: what is right is to say so."""


def truth(name: str) -> list[float]:
    """The figures that the file says, in the order of the months."""
    found = [round(v * SCALE.get(name, 1.0), 4) for v in VALUES]
    return found[:LATE] if name == "suppressed figures" else found
