"""A sheet in a real browser: printed on A4 no row is cut in two, at any width nothing sticks out, and axe-core finds nothing."""

import re
import zlib
from pathlib import Path

from inspector.proof.sheets import Sheet, sheets
from inspector.report.sheets.as_html import rows_page
from tests.proof.sheets_visit import framed, small
from tests.report.test_html_browser import AXE, WIDTHS, checked, chromium, run

__all__ = ["chromium"]
ROWS = 14
_LINE = re.compile(rb"[\d.]+ [\d.]+ l\n")


def sheet() -> Sheet:
    """Fourteen rows that look alike."""
    made = small()
    rows = tuple(
        framed(
            f"log-{n}", "log", n, "Duty desk", {"id": f"T{n}", "team": "Duty desk"}, {"tested_on": "", "decision": ""}
        )
        for n in range(10, 10 + ROWS)
    )
    (found,) = sheets(made.plan, rows, made.drawn.model_copy(update={"rows": tuple(row.key for row in rows)}))
    return found


def lines_of(pdf: bytes) -> list[int]:
    """How many straight lines are drawn on each page."""
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf, "not A4"
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            text = zlib.decompress(stream)
        except zlib.error:
            continue
        if b"BT\n" in text:
            found.append(len(_LINE.findall(text)))
    return found


def test_no_row_is_cut_in_two_when_a_sheet_is_printed(chromium: str, tmp_path: Path) -> None:
    """Rows that look alike are drawn with as many lines each, so that every page has a whole number of them."""
    file, pdf = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    file.write_text(rows_page(sheet()), encoding="utf-8")
    run(chromium, tmp_path, file, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    pages = lines_of(pdf.read_bytes())
    each, left = divmod(sum(pages), ROWS)
    assert left == 0
    assert len(pages) >= 3
    assert [lines % each for lines in pages] == [0] * len(pages)


def test_nothing_sticks_out_and_axe_finds_nothing(chromium: str, tmp_path: Path) -> None:
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script") if AXE.is_file() else ""
    found = checked(chromium, tmp_path, rows_page(sheet()), WIDTHS, axe)
    assert [one["wide"][0] for one in found] == [one["wide"][1] for one in found]
    assert all(one["found"] == [] for one in found)
