"""What in the bytes of a file tells that it is no CSV."""

from inspector.bundle.open.content import Content, FileFacts, line_of
from inspector.bundle.open.sorts import sort_of
from inspector.model.limits import raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error


def refuse_no_text(content: Content, found: FileFacts) -> None:
    """Raise Unreadable where the file cannot be a CSV: UTF-16, NUL bytes, endless lines, not UTF-8."""
    start = next(content.parts(), b"")
    where = Where(file=content.path)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file begins as UTF-16 does, and cannot be read so"
        raise Unreadable(error("not-utf8", where, message, "UTF-8", "save it as CSV UTF-8"))
    sort = sort_of(content) if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1", b"%PDF")) else None
    if sort is not None:
        message = f"the file says it is a CSV by its name, but is {sort.words}"
        raise Unreadable(error("wrong-extension", where, message, fix=sort.fix))
    if found.nul is not None:
        line = Where(file=content.path, line=line_of(content, found.nul))
        raise Unreadable(error("nul-byte", line, "the file holds a NUL byte; it is not a CSV"))
    if found.only_returns:
        message = "the lines end with a carriage return alone, as old programs wrote them"
        raise Unreadable(error("line-ends", where, message, fix="save it again as CSV UTF-8"))
    if found.long_line is not None:
        line = Where(file=content.path, line=line_of(content, found.long_line))
        message = f"the line is longer than is read: the limit is {words('line-bytes')}"
        raise Unreadable(error("line-too-long", line, message, fix=raise_it("line-bytes")))
    if found.not_utf8 is not None:
        line = Where(file=content.path, line=line_of(content, found.not_utf8))
        message = "the line holds a byte that is not UTF-8"
        raise Unreadable(error("not-utf8", line, message, "UTF-8", "save as CSV UTF-8"))
