"""What a file is by its content, whatever its name says, in words for people; and how to make a table of it."""

import re
import zipfile
from dataclasses import dataclass

from inspector.bundle.open.content import Content

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
LOOKED_AT = 4096
"""So many of the first bytes are looked at."""
SMALL = 64 * 1024 * 1024
"""Of a zip up to so many bytes the list of its parts is read."""
WORKBOOK, TABLE = "workbook", "table"
_SAVE = "open it in the program that made it, and save or export the table as .xlsx or CSV UTF-8"
_OUT = "give the table itself as .xlsx or CSV UTF-8; in what was exported for reading or printing its cells are lost"


@dataclass(frozen=True)
class Sort:
    """`words` as in *the file is {words}*; `fix` says how to save it; `read_as` is set where it can be read after all."""

    words: str
    fix: str = _SAVE
    read_as: str | None = None


_STARTS = (
    (b"%PDF", Sort("a PDF", _OUT)),
    (b"\x89PNG", Sort("a picture (PNG)", _OUT)),
    (b"\xff\xd8\xff", Sort("a picture (JPEG)", _OUT)),
    (b"GIF8", Sort("a picture (GIF)", _OUT)),
    (b"II*\x00", Sort("a picture (TIFF)", _OUT)),
    (b"MM\x00*", Sort("a picture (TIFF)", _OUT)),
    (b"PAR1", Sort("Parquet", "give it the ending .parquet")),
    (b"SQLite format 3", Sort("a database (SQLite)")),
    (b"\x00\x01\x00\x00Standard ", Sort("a database of Access")),
    (b"\x1f\x8b", Sort("packed (gzip)", "unpack it, and give what is in it")),
    (b"7z\xbc\xaf", Sort("packed (7z)", "unpack it, and give what is in it")),
    (b"Rar!", Sort("packed (RAR)", "unpack it, and give what is in it")),
    (b"{\\rtf", Sort("a text document (RTF)", _OUT)),
    (b"ID;P", Sort("a table in SYLK, as old spreadsheet programs write it")),
)
_STREAMS = (
    (
        "EncryptedPackage",
        Sort("a workbook or document with a password", "open it with its password and save it without one"),
    ),
    ("Workbook", Sort("a workbook (.xls)", "give it the ending .xls", WORKBOOK)),
    ("Book", Sort("a workbook (.xls)", "give it the ending .xls", WORKBOOK)),
    ("WordDocument", Sort("a Word document (.doc)", "put the table into a workbook, a row a record, and give that")),
    ("PowerPoint Document", Sort("a presentation (.ppt)", _OUT)),
    ("__properties_version1.0", Sort("an e-mail (.msg)", "save what is attached to it, and give that")),
)
_PARTS = (
    ("xl/workbook.xml", Sort("a workbook (.xlsx)", "give it the ending .xlsx", WORKBOOK)),
    ("xl/workbook.bin", Sort("a workbook (.xlsb)", "give it the ending .xlsb", WORKBOOK)),
    (
        "word/document.xml",
        Sort("a Word document (.docx)", "put the table into a workbook, a row a record, and give that"),
    ),
    ("ppt/presentation.xml", Sort("a presentation (.pptx)", _OUT)),
    (
        "Report/Layout",
        Sort("a report of Power BI (.pbix)", "export the data of the visual as .xlsx or CSV, and give that"),
    ),
    ("DataModel", Sort("a report of Power BI (.pbix)", "export the data of the visual as .xlsx or CSV, and give that")),
    ("Index/Document.iwa", Sort("a document of Numbers or Pages", "export it as .xlsx or CSV")),
)
_XML = re.compile(r"<(?![?!])(?:[\w.-]+:)?([A-Za-z_][\w.-]{0,60})")
_ELEMENTS = re.compile(r"<[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*[\"']|\s*>\s*<[A-Za-z/])")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE | re.DOTALL
)


def sort_of(content: Content) -> Sort | None:
    """What the file is; None for text that may be a table, and for what is not known."""
    start = next(content.parts(), b"")[:LOOKED_AT]
    if start.startswith(b"PK\x03\x04"):
        return _zip(content)
    if start.startswith(OLE):
        return _office(content)
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return Sort("a picture (WebP)", _OUT)
    return next((sort for mark, sort in _STARTS if start.startswith(mark)), None) or _text(start)


def is_text(content: Content) -> bool:
    """Whether the first bytes are those of text."""
    start = next(content.parts(), b"")[:LOOKED_AT]
    return bool(start.strip()) and (b"\x00" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff")))


def _zip(content: Content) -> Sort:
    names: set[str] = set()
    if content.location is not None or len(content.data or b"") <= SMALL:
        try:
            with zipfile.ZipFile(content.source()) as found:
                names = set(found.namelist())
                kind = found.read("mimetype")[:80] if found.NameToInfo.get("mimetype") and _small(found) else b""
        except Exception:
            # The standard library has no one exception for a zip that it cannot make sense of.
            return Sort("a workbook or a zip", "unpack it, and give what is in it")
        if b"opendocument.spreadsheet" in kind:
            return Sort("a workbook (.ods)", "give it the ending .ods", WORKBOOK)
        if b"opendocument" in kind:
            return Sort("a document of LibreOffice", "put the table into a workbook, a row a record, and give that")
    known = next((sort for name, sort in _PARTS if name in names), None)
    return known or Sort("a zip", "unpack it, and give what is in it")


def _small(found: zipfile.ZipFile) -> bool:
    return found.getinfo("mimetype").file_size < 1000


def _office(content: Content) -> Sort:
    data = content.all()
    known = (sort for name, sort in _STREAMS if name.encode("utf-16-le") + b"\x00\x00" in data)
    return next(known, Sort("a file of an office program, of a sort that is not known"))


def _text(start: bytes) -> Sort | None:
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = start.decode(encoding, "ignore").lstrip()
    if _HTML.match(text):
        fix = "open it in a spreadsheet program and save it as .xlsx (`Save as`, not a new ending)"
        return Sort("a web page (HTML), as some programs export what they call Excel", fix)
    if text.startswith("<?xml") or _ELEMENTS.match(text):
        if "urn:schemas-microsoft-com:office:spreadsheet" in text:
            return Sort(
                "an XML spreadsheet, as Excel 2003 wrote it", "open it in a spreadsheet program and save it as .xlsx"
            )
        root = _XML.search(text)
        what = f"XML (its outermost element is {root[1]})" if root else "XML"
        fix = "export the table as .xlsx or CSV; of XML only a census of children in need is read, as kind `return`"
        return Sort(what, fix)
    if text[:5].lower() == "mime-" or re.match(
        r"(?:from|received|return-path|subject): .*\n[\w-]+: ", text, re.IGNORECASE
    ):
        return Sort("an e-mail or a web archive", "save the table in it as .xlsx or CSV")
    return None
