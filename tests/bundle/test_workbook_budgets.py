"""A workbook is weighed before a native reader opens it: how far its cells reach, how much text they hold."""

import io
import struct
import zipfile
from collections.abc import Iterator

import pytest

from inspector.bundle.tables.budgets.xlsx_plain import COMPUTED, PLAIN, UNSURE, look
from inspector.bundle.tables.workbook import sheets
from inspector.bundle.tables.workbook_oddities import oddities
from inspector.model import limits
from inspector.model.remarks import Unreadable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def small() -> Iterator[None]:
    limits.use(["workbook-cells=1000", "workbook-text=1000"])
    yield
    limits.use([])


def xlsx(*rows: str, shared: tuple[str, ...] = (), more: dict[str, str] | None = None, book: str = "") -> bytes:
    """A workbook of so many sheets, each given as its XML rows."""
    tags = "".join(f'<sheet name="S{k}" sheetId="{k}" r:id="rId{k}"/>' for k in range(1, len(rows) + 1))
    links = "".join(
        f'<Relationship Id="rId{k}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{k}.xml"/>'
        for k in range(1, len(rows) + 1)
    )
    links += f'<Relationship Id="rId0" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
    sheets_by_name = {
        f"xl/worksheets/sheet{k}.xml": f'<worksheet xmlns="{MAIN}">{book}<sheetData>{row}</sheetData></worksheet>'
        for k, row in enumerate(rows, 1)
    }
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{tags}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}">{links}</Relationships>',
        **sheets_by_name,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        **(more or {}),
    }
    return zipped(parts)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return out.getvalue()


def opened(data: bytes) -> list[list[list[object]]]:
    oddities(data, "b")
    return [sheet.rows for sheet in sheets(data, "b")]


def cell(at: str, value: str = "<v>1</v>", kind: str = "") -> str:
    return f'<c r="{at}"{kind}>{value}</c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


FIRST = row(1, cell("A1"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("last", "reads"),
    [
        (row(1000, cell("A1000")), 1000),
        (row(1001, cell("A1001")), None),
        (row(1, cell("AAA1")), 1),
        (row(2, cell("ALL2")), None),
        (row(100, cell("J100")), 100),
        (row(100, cell("K100")), None),
        ('<row r="1001"><c><v>1</v></c></row>', None),
        ("<row r='1001'><c r='A1001'><v>1</v></c></row>", None),
        ('<row r="1001"><c s="1" r="A1001"><v>1</v></c></row>', None),
        ('<row\nr="1001"><c\nr="A1001"><v>1</v></c></row>', None),
        (row(1001, '<c r="XFD1001"/>', '<c r="A1001" s="1"></c>'), 1),
        ("<row/>" * 1100 + "<row><c><v>1</v></c></row>", None),
        (row(1, "<c/>" * 1100 + "<c><v>1</v></c>", "") + row(2, cell("A2")), None),
    ],
)
def test_cells_far_out(last: str, reads: int | None) -> None:
    data = xlsx(FIRST + last, book='<dimension ref="A1:B2"/>')
    if reads is None:
        with pytest.raises(Unreadable) as refused:
            opened(data)
        problem = refused.value.problem
        assert problem.where.sheet == "S1"
        assert problem.rule == "file-too-large"
        assert "--limit workbook-cells=" in problem.fix
        assert "delete what stands in" in problem.fix
    else:
        assert len(opened(data)[0]) == reads


def test_a_declared_dimension_may_lie() -> None:
    assert opened(xlsx(FIRST, book='<dimension ref="A1:XFD1048576"/>')) == [[[1.0]]]


@pytest.mark.parametrize("at", ["XFD1048576", "ZZ200000", "A1048577", "XFE1"])
def test_a_stray_cell_is_named(at: str) -> None:
    number = int("".join(one for one in at if one.isdigit()))
    data = xlsx(FIRST + row(max(number, 2), cell(at)))
    if number * (26 * 26 * 24 if at.startswith("X") else 702 if at.startswith("Z") else 1) < 20_000_000:
        opened(data)
        return
    with pytest.raises(Unreadable, match=f"the farthest cell that holds something is {at}"):
        opened(data)


@pytest.mark.usefixtures("small")
def test_sheets_count_together() -> None:
    assert len(opened(xlsx(*[row(250, cell("B250"))] * 2))) == 2
    with pytest.raises(Unreadable, match="the sheets have 1,500 cells or more"):
        opened(xlsx(*[row(250, cell("B250"))] * 3))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("times", "fine"), [(4, True), (5, False)])
@pytest.mark.parametrize("kind", [' t="s"', " t='s'", ' s="1" t="s"'])
def test_a_text_is_counted_as_often_as_it_stands(times: int, fine: bool, kind: str) -> None:
    cells = "".join(row(n, cell(f"A{n}", "<v>1</v>", kind)) for n in range(1, times + 1))
    data = xlsx(cells, shared=("short", "x" * 230))
    if fine:
        assert len(opened(data)[0]) == times
    else:
        with pytest.raises(Unreadable, match=r"characters of text; one text has 2\d\d and"):
            opened(data)


@pytest.mark.usefixtures("small")
def test_a_sheet_may_lie_where_the_texts_do() -> None:
    """The part of the shared texts can be named as a sheet."""
    far = f'<worksheet xmlns="{MAIN}"><sheetData>{row(1001, cell("A1001"))}</sheetData></worksheet>'
    links = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="sharedStrings.xml"/>'
        "</Relationships>"
    )
    data = xlsx(FIRST, more={"xl/_rels/workbook.xml.rels": links, "xl/sharedStrings.xml": far})
    with pytest.raises(Unreadable, match="row 1,001"):
        opened(data)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b'<c r="AZ99999" s="1" t="s"><v>0</v></c>', PLAIN),
        (b'<x:c r="A1"/><cols><col min="1"/></cols><row r="1048576" spans="1:9">', PLAIN),
        (b'<c\n\tr="A1" />', PLAIN),
        ("<v>\u00e9</v>".encode(), PLAIN),
        (b'<c r="A1" t="e"/>', COMPUTED),
        (b'<c r="A1"><f>1</f></c>', COMPUTED),
        (b'<c r="BA1"/>', UNSURE),
        (b'<c r="A100000"/>', UNSURE),
        (b'<x:c r="XFD1"/>', UNSURE),
        (b'<x:y:c r="A1"/>', UNSURE),
        (b"<c r='A1'/>", UNSURE),
        (b'<c r = "A1"/>', UNSURE),
        (b"<c/>", UNSURE),
        (b'<c x="r" r="XFD1"/>', UNSURE),
        (b'<c r="A1" r="XFD9"/>', UNSURE),
        (b'<c r="A1"\xc2\xa0r="XFD9"/>', UNSURE),
        (b'<!-- <c r="XFD1"/> -->', UNSURE),
        (b'<![CDATA[<c r="ZZZ9"]]>', UNSURE),
        (b"<v>\xff</v>", UNSURE),
        (b"<c     ", UNSURE),
    ],
)
def test_only_plain_cells_pass_the_quick_look(text: bytes, found: int) -> None:
    assert look(b"<sheetData>" + text + b"</sheetData>") == found
    assert look(text) == found


def ods(body: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="S1">{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": content,
        }
    )


def od(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def od_row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


EMPTY = od_row('<table:table-cell table:number-columns-repeated="16384"/>', times=1_048_000)
MANY = 'table:number-columns-repeated="{}"'


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("body", "reads"),
    [
        (od_row(od("x")) + EMPTY, 1),
        (od_row(od("x"), times=1000), 1000),
        (od_row(od("x"), times=1001), None),
        (od_row(od("x", MANY.format(1001))), None),
        (EMPTY + od_row(od("x")), None),
        (od_row(od('<text:s text:c="1001"/>')), None),
        (od_row(od("x" * 300, MANY.format(4))), None),
    ],
)
def test_ods(body: str, reads: int | None) -> None:
    if reads is None:
        with pytest.raises(Unreadable) as refused:
            opened(ods(body))
        assert refused.value.problem.rule == "file-too-large"
    else:
        assert len(opened(ods(body))[0]) == reads


def record(kind: int, data: bytes) -> bytes:
    size, left = b"", len(data)
    while True:
        size += bytes([left & 127 | (128 if left > 127 else 0)])
        left >>= 7
        if not left:
            return bytes([kind]) + size + data


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("row_", "column", "times", "says"),
    [(1000, 0, 1, "row 1,001"), (1, 600, 1, "column WC"), (5, 5, 5, "characters of text")],
)
def test_xlsb(row_: int, column: int, times: int, says: str) -> None:
    head = record(0, struct.pack("<I", row_) + bytes(20))
    cells = b"".join(record(7, struct.pack("<III", column, 0, 0)) for _ in range(times))
    text = record(19, bytes(1) + struct.pack("<I", 300) + b"x\0" * 300)
    parts = {"xl/workbook.bin": b"", "xl/sharedStrings.bin": text, "xl/worksheets/sheet1.bin": head + cells}
    with pytest.raises(Unreadable, match=says):
        opened(zipped(parts))


def xls(*records: tuple[int, bytes]) -> bytes:
    """A compound file of one stream, `Workbook`, in sectors of 512 bytes."""
    stream = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records).ljust(4096, b"\0")
    stream += bytes(-len(stream) % 512)
    count = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    fat_sector = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))

    def entry(name: str, kind: int, start: int, size: int) -> bytes:
        coded = name.encode("utf-16-le") + b"\0\0"
        return (
            coded.ljust(64, b"\0") + struct.pack("<HBB3I", len(coded), kind, 1, *[0xFFFFFFFF] * 3) + bytes(36)
            + struct.pack("<IQ", start, size)
        )  # fmt: skip

    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0) + entry("Workbook", 2, 2, len(stream)) + bytes(256)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<9I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return head + b"\xff" * (512 - len(head)) + fat_sector + directory + stream


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ([(65535, 255)], "16,777,216 cells or more"),
        ([(1000, 0)], "1,001 cells or more"),
        ([(n, 0) for n in range(5)], "1,500 characters of text"),
    ],
)
def test_xls(cells: list[tuple[int, int]], says: str) -> None:
    text = struct.pack("<IIHB", 1, 1, 300, 0) + b"x" * 300
    labels = [(0xFD, struct.pack("<HHHI", row_, column, 0, 0)) for row_, column in cells]
    with pytest.raises(Unreadable, match=says):
        opened(xls((0x809, bytes(16)), (0xFC, text), *labels, (0x0A, b"")))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and no more", "its parts, or the list of them, are broken"),
        (xlsx('<row r="1"><c r="A1"><v>1'), "its parts are broken, or are not those of a workbook"),
        (xlsx(row(1, cell("A1", kind=' t="zz"'))), "its parts are broken, or are not those of a workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000), "is no workbook but another file of an office program"),
        (b"a,b", "none that a spreadsheet program writes"),
    ],
)
def test_a_broken_workbook_is_told_of_in_plain_words(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(data)
    message = refused.value.problem.message
    assert said in message
    for word in ("BadZipFile", "Error", "attribute", "tag", "detect"):
        assert word not in message


def test_as_many_sheets_as_are_looked_through() -> None:
    limits.use(["workbook-sheets=3"])
    try:
        assert len(opened(xlsx(*[row(1, cell("A1"))] * 3))) == 3
        with pytest.raises(Unreadable, match="the workbook has 4 sheets"):
            opened(xlsx(*[row(1, cell("A1"))] * 4))
    finally:
        limits.use([])
