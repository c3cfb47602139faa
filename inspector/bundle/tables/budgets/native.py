"""What any workbook would cost to open, whatever its format: looked at by who opens it, so that nobody can forget to."""

import io
import zipfile
from collections.abc import Iterator

from inspector.bundle.tables.budgets import ods, xls, xlsb
from inspector.bundle.tables.budgets.refusing import too_many_bytes
from inspector.model.limits import most
from inspector.model.remarks import Unreadable

BOOK = "xl/workbook.bin"


def hold(data: bytes, path: str) -> None:
    """Raise Unreadable where it would cost too much. An XLSX is weighed by `workbook_oddities`, in its own pass."""
    if data.startswith(xls.MAGIC):
        xls.hold(data, path)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = book.namelist()
            if ods.CONTENT in names:
                ods.hold(_bits(book, ods.CONTENT, path), path)
            if BOOK in names:
                xlsb.hold(_members(book, path), path)
    except Unreadable:
        raise
    except Exception:
        # Damaged or locked, for which the standard library has no one exception: who opens it says so.
        return


def _bits(book: zipfile.ZipFile, name: str, path: str) -> Iterator[bytes]:
    left = most("workbook-bytes")
    info = book.getinfo(name)
    info.file_size = max(info.file_size, left)
    with book.open(info) as member:
        while part := member.read(1 << 20):
            left -= len(part)
            if left < 0:
                raise too_many_bytes(path)
            yield part


def _members(book: zipfile.ZipFile, path: str) -> Iterator[tuple[str, bytes]]:
    """The shared texts first, then the sheets: what refers comes after what it refers to."""
    for info in sorted(book.infolist(), key=lambda one: "sharedstrings" not in one.filename.lower()):
        if info.filename.lower().endswith(".bin"):
            yield info.filename, b"".join(_bits(book, info.filename, path))
