"""What a file is by its content, whatever its name says."""

import io
import zipfile

import pytest

from inspector.bundle.open.content import Content
from inspector.bundle.open.sorts import OLE, is_text, sort_of

NAMES = {
    "word/document.xml": "a Word document (.docx)",
    "ppt/presentation.xml": "a presentation (.pptx)",
    "Report/Layout": "a report of Power BI (.pbix)",
    "xl/workbook.xml": "a workbook (.xlsx)",
    "xl/workbook.bin": "a workbook (.xlsb)",
    "figures.csv": "a zip",
}
STREAMS = {
    "EncryptedPackage": "a workbook or document with a password",
    "WordDocument": "a Word document (.doc)",
    "Workbook": "a workbook (.xls)",
    "__properties_version1.0": "an e-mail (.msg)",
    "Something": "a file of an office program, of a sort that is not known",
}


def called(data: bytes) -> str | None:
    sort = sort_of(Content("figures", data))
    return sort.words if sort else None


@pytest.mark.parametrize(("name", "words"), NAMES.items())
def test_a_zip_is_known_by_its_parts(name: str, words: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(name, b"")
    assert called(stream.getvalue()) == words


@pytest.mark.parametrize("kind", ["spreadsheet", "text"])
def test_a_document_of_open_document_says_its_type(kind: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        packed.writestr("content.xml", "")
    assert called(stream.getvalue()) == ("a workbook (.ods)" if kind == "spreadsheet" else "a document of LibreOffice")


@pytest.mark.parametrize(("name", "words"), STREAMS.items())
def test_a_file_of_an_office_program_is_known_by_its_streams(name: str, words: str) -> None:
    assert called(OLE + bytes(504) + name.encode("utf-16-le") + bytes(100)) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"{\\rtf1", "a text document (RTF)"),
        (b"PAR1", "Parquet"),
        (b"\x1f\x8b\x08", "packed (gzip)"),
        (b"<!DOCTYPE html><html>", "a web page (HTML), as some programs export what they call Excel"),
        (b"\xef\xbb\xbf \n<table><tr>", "a web page (HTML), as some programs export what they call Excel"),
        (b'<?xml version="1.0"?>\n<!-- x --><a:Message xmlns:a="b">', "XML (its outermost element is Message)"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "an XML spreadsheet, as Excel 2003 wrote it"),
        ('<?xml version="1.0"?><Children>'.encode("utf-16"), "XML (its outermost element is Children)"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "an e-mail or a web archive"),
    ],
)  # fmt: skip
def test_the_first_bytes_tell(start: bytes, words: str) -> None:
    assert called(start) == words


@pytest.mark.parametrize(
    "text",
    ["id,team\n1,North\n", "<5,<5,12\n", "From: A,To\n1,2\n", "PDF,x\n", "<blank>,team\n", "MM,II\n", "source: x\n"],
)
def test_text_that_may_be_a_table_is_left_to_who_reads_tables(text: str) -> None:
    assert called(text.encode()) is None
    assert is_text(Content("figures", text.encode()))


@pytest.mark.parametrize("data", [b"", b"  \n", b"a\x00b"])
def test_what_is_no_text(data: bytes) -> None:
    assert not is_text(Content("figures", data))
