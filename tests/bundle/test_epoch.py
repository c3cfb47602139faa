"""Day numbers of a workbook count from the year that the workbook says."""

from pathlib import Path

import pytest
import xlsxwriter

from inspector.bundle import read_bundle
from inspector.bundle.tables.workbook import sheets
from tests.bundle import annex_a


@pytest.mark.parametrize(("options", "epoch"), [({}, 1900), ({"date_1904": True}, 1904)])
def test_the_epoch_is_handed_over(options: dict[str, bool], epoch: int, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", options) as book:
        book.add_worksheet("T").write(0, 0, 44439)
    (sheet,) = sheets((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert sheet.epoch == epoch


@pytest.mark.parametrize(("from_1904", "read"), [(False, "2021-08-31"), (True, "2025-09-01")])
def test_a_bare_number_is_the_day_of_its_own_workbook(
    from_1904: bool, read: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if from_1904:
        plain = xlsxwriter.Workbook
        monkeypatch.setattr(
            xlsxwriter, "Workbook", lambda path, *given: plain(path, {**(given[0] if given else {}), "date_1904": True})
        )
    path = annex_a.workbook(tmp_path / "a.xlsx", {"lists": {1: [{"date_of_contact": 44439}]}})
    (table,) = (one for one in read_bundle(path).tables if one.frame.height)
    assert table.frame["date_of_contact"].to_list() == [read]
