"""Files of series: periods and numbers as people write them, and a place for everything that is wrong."""

from datetime import date
from pathlib import Path

import pytest

from inspector.model.problems import CannotComplete
from inspector.trends.series_file import SeriesFile, read_series


def read(folder: Path, text: str, name: str = "some.csv") -> SeriesFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_series(path)


def told(found: SeriesFile) -> list[tuple[str, int | None, str | None]]:
    return [(p.rule, p.where.row, p.where.letter) for p in found.problems]


def test_years_written_with_a_hyphen_are_financial_years_together(tmp_path: Path) -> None:
    found = read(tmp_path, "period,value\n2009-10,1\n2010-11,2\n2011-12,3\n")
    assert found.series[0].line.kind == "financial-year"
    assert found.problems == ()


def test_a_file_without_series_is_one_series_named_after_it(tmp_path: Path) -> None:
    found = read(tmp_path, "month;out of;numerator\n2024-01;10;5\n2024-02;12;6\n", "visits.csv")
    (one,) = found.series
    assert (one.name, one.better, one.line.step) == ("visits", None, 1)
    assert [(o.period, o.numerator, o.denominator, o.month) for o in one.line.observations] == [
        (0, 5.0, 10.0, 1),
        (1, 6.0, 12.0, 2),
    ]


def test_each_fault_has_its_place_and_the_good_series_stays(tmp_path: Path) -> None:
    text = """series,period,numerator,denominator,better
good,2024-01,5,10,up
bad,2024-01,11,10,up
good,2024-02,6,10,up
bad,2024-02,1,0,up
bad,2024-03,nan,10,up
bad,2024-04,inf,10,up
bad,soon,1,10,sideways
bad,2024-05,,10,up
bad,2024-06,3,,up
,2024-06,3,4,up
bad,2024-07,-3,4,up
"""
    found = read(tmp_path, text)
    assert told(found) == [
        ("numerator-above-denominator", 3, "C"),
        ("denominator-not-positive", 5, "D"),
        ("not-a-number", 6, "C"),
        ("not-a-number", 7, "C"),
        ("not-a-direction", 8, "E"),
        ("not-a-period", 8, "B"),
        ("blank-figures", 9, "C"),
        ("denominator-missing", 10, "D"),
        ("series-missing", 11, "A"),
        ("numerator-negative", 12, "C"),
    ]
    assert [(one.name, len(one.line.observations)) for one in found.series] == [("good", 2), ("bad", 0)]


def test_duplicates_gaps_and_disorder(tmp_path: Path) -> None:
    found = read(tmp_path, "period,value\n2024-01,1\n2024-04,4\n2024-02,2\n2024-02,9\n2024-05,5\n2024-06,6\n")
    assert told(found) == [("unsorted-periods", 4, "A"), ("missing-periods", 4, "A"), ("duplicate-period", 5, "A")]
    assert [o.value for o in found.series[0].line.observations] == [1, 2, 4, 5, 6]
    assert [o.period for o in found.series[0].line.observations] == [0, 1, 3, 4, 5]


def test_figures_held_back_are_gaps_and_not_errors(tmp_path: Path) -> None:
    found = read(tmp_path, 'period,value\n2024-01,1\n2024-02,c\n2024-03,#N/A\n2024-04,"1,234"\n2024-05,5\n2024-06,5\n')
    assert told(found) == [("suppressed-figures", 3, "B"), ("blank-figures", 4, "B")]
    assert [o.value for o in found.series[0].line.observations] == [1, 1234, 5, 5]
    assert found.series[0].absent == ((3, "suppressed"), (4, "blank"))


def test_mixed_frequencies(tmp_path: Path) -> None:
    words = read(tmp_path, "period,value\n2024-01,1\n2024-02,2\n2024/25 Q1,3\n")
    assert told(words) == [("mixed-frequencies", 4, "A")]
    assert len(words.series[0].line.observations) == 2
    quarters = "".join(f"{y}-{m:02d}-01,1\n" for y in (2020, 2021) for m in (1, 4, 7, 10))
    months = "".join(f"2022-{m:02d}-01,1\n" for m in range(1, 13))
    spaced = read(tmp_path, "period,value\n" + quarters + months)
    assert told(spaced) == [("mixed-frequencies", 2, "A")]
    assert spaced.series[0].line.refused


def test_percentages_above_100(tmp_path: Path) -> None:
    assert told(read(tmp_path, "period,percent\n2024-01,99\n2024-02,101\n")) == [("percentage-above-100", 3, "B")]
    assert told(read(tmp_path, "period,value\n2024-01,99%\n2024-02,101%\n")) == [("percentage-above-100", 3, "B")]
    assert told(read(tmp_path, "period,value\n2024-01,99\n2024-02,101\n")) == []


def test_weeks_and_month_ends(tmp_path: Path) -> None:
    weeks = read(tmp_path, "period,value\n" + "".join(f"{d:02d}/01/2024,1\n" for d in (1, 8, 15, 22, 29)))
    assert (weeks.series[0].line.step, weeks.series[0].line.days, weeks.problems) == (0, 7, ())
    ends = read(tmp_path, "period,value\n2024-01-31,1\n2024-02-29,1\n2024-03-31,1\n2024-04-30,1\n")
    assert (ends.series[0].line.step, ends.problems) == (1, ())


def test_a_workbook_with_its_own_dates(tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "some.xlsx"))
    book.add_worksheet("Notes").write(0, 0, "what this is")
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, ["Series", "Period", "Value"])
    form = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(1, 4):
        sheet.write(row, 0, "visits")
        sheet.write_datetime(row, 1, date(2024, row, 1), form)
        sheet.write(row, 2, row * 1.5 if row != 2 else "many")
    book.close()
    found = read_series(tmp_path / "some.xlsx")
    assert [(p.rule, p.where.sheet, p.where.row, p.where.letter) for p in found.problems] == [
        ("sheet-read", "Data", None, None),
        ("not-a-number", "Data", 3, "C"),
    ]
    assert found.series[0].line.starts == (date(2024, 1, 1), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "no-headings"),
        (b"a,b\n1,2\n", "no-headings"),
        (b"PK\x03\x04nonsense", "not-text"),
        (b"\x00\x01\x02", "not-text"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "some.csv"
    path.write_bytes(data)
    with pytest.raises(CannotComplete) as failure:
        read_series(path)
    assert [p.rule for p in failure.value.problems] == [rule]


def test_no_workbook_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "some.xlsx").write_bytes(b"not one")
    for name in ("some.xlsx", "none.csv", "."):
        with pytest.raises(CannotComplete):
            read_series(tmp_path / name)
