"""The files of files.yaml, read as `inspector trend` reads them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.model.problems import CannotComplete
from inspector.trends.facts import Drawing, trends
from inspector.trends.series_file import SeriesFile, read_series, series_of

CASES = yaml.safe_load(Path(__file__).with_name("files.yaml").read_text(encoding="utf-8"))


def text_of(case: dict[str, Any]) -> str:
    """The file of a case, its lines with {month} written out for twelve months."""
    lines = []
    for line in case["file"].splitlines(keepends=True):
        some = range(12) if "{month}" in line else (0,)
        lines += [line.replace("{month}", f"2023-{i + 1:02d}").replace("{n}", str(60 + i)) for i in some]
    return "".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.write_text(text_of(case), encoding="utf-8")
    if "refused" in case:
        with pytest.raises(CannotComplete) as failure:
            read_series(path)
        assert [p.rule for p in failure.value.problems] == [case["refused"]]
        return
    found = read_series(path)
    assert {one.name: len(one.line.observations) for one in found.series} == case["series"]
    if "rules" in case:
        assert {problem.rule for problem in found.problems} == set(case["rules"])
    else:
        _told(found, case.get("told", []))
    line = found.series[0].line
    for name, day in (("first", line.starts[0] if line.starts else None), ("last", line.last)):
        assert case.get(name, day) == day
    (made, *_) = trends(found.series, None, Drawing())
    assert list(made.values) == case.get("values", list(made.values))
    assert case.get("better", made.better) == made.better
    assert bool(line.refused) == (case.get("refused_to_judge", False) or "mixed-scales" in str(case))


def _told(found: SeriesFile, wanted: list[dict[str, Any]]) -> None:
    got = [(p.rule, p.level, p.where.row) for p in found.problems]
    assert got == [(one["rule"], one.get("level", "query"), one.get("row")) for one in wanted]
    for problem, one in zip(found.problems, wanted, strict=True):
        assert one.get("says", "") in problem.message
        assert one.get("fix", "") in problem.fix


@pytest.mark.parametrize(("lower", "upper", "figures"), [(None, None, "01" * 8), (True, True, "45" * 8)])
def test_no_share_has_a_limit_beyond_what_a_share_can_be(lower: bool | None, upper: bool | None, figures: str) -> None:
    rows = [[f"2023-{i + 1:02d}" if i < 12 else f"2024-{i - 11:02d}", one, "1" if "0" in figures else "9"]
            for i, one in enumerate(figures)]  # fmt: skip
    (made,) = trends(series_of(["period", "numerator", "denominator"], rows, "x").series, None, Drawing())
    assert {(one.lower is not None) or None for one in made.points} == {lower}
    assert {(one.upper is not None) or None for one in made.points} == {upper}
    counts = [[day, one] for day, one, _ in rows]
    (made,) = trends(series_of(["period", "value"], counts, "x").series, None, Drawing())
    assert all(one.lower is not None and one.upper is not None for one in made.points)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_each_encoding_and_delimiter(codec: str, mark: str, tmp_path: Path) -> None:
    lines = ["series,period,value", *(f"Children’s visits,2023-{i:02d},{i}" for i in range(1, 13))]
    (tmp_path / "some.csv").write_bytes("\n".join(lines).replace(",", mark).encode(codec))
    found = read_series(tmp_path / "some.csv")
    assert [(one.name, len(one.line.observations)) for one in found.series] == [("Children’s visits", 12)]
    assert [p.rule for p in found.problems] == (["not-utf8"] if codec == "cp1252" else [])


def test_every_sheet_with_headings_is_read(tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "some.xlsx"))
    book.add_worksheet("Cover").write(0, 0, "what this is")
    for name in ("North", "South"):
        sheet = book.add_worksheet(name)
        sheet.write_row(2, 1, ["Month", "Value"])
        for row in range(3):
            sheet.write_row(3 + row, 1, [f"2023-0{row + 1}", row])
    book.close()
    found = read_series(tmp_path / "some.xlsx")
    assert [(one.name, len(one.line.observations)) for one in found.series] == [("North", 3), ("South", 3)]
    (told,) = found.problems
    assert (
        told.message
        == "the series were read from sheets 'North', 'South'; no headings of series were found in sheet 'Cover'"
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(14)), st.sets(st.integers(0, 13), max_size=4))
def test_the_order_of_the_rows_changes_no_figure(order: list[int], blank: set[int]) -> None:
    rows = [[f"{1 + i % 12:02d}/0{1 + i % 3}/2024", "c" if i in blank else f"{60 + i},5"] for i in range(14)]
    read = [series_of(["Month", "Value"], some, "x") for some in (rows, [rows[i] for i in order])]
    lines = [found.series[0].line if found.series else None for found in read]
    assert lines[0] is not None
    assert lines[0].starts == lines[1].starts  # type: ignore[union-attr]
    assert {p.rule for p in read[0].problems} ^ {p.rule for p in read[1].problems} <= {"unsorted-periods"}
