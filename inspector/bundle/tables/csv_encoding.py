"""A CSV that is not UTF-8 as one that is, in memory: UTF-16 and Windows-1252 are read, and told by their names."""

from inspector.bundle.open.content import Content, FileFacts, file_facts, line_of
from inspector.model.limits import most
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query
from inspector.values.encoding import decoded, encoding

EXPECTED = "UTF-8"
FIX = "in the spreadsheet program save it as CSV UTF-8"


def in_utf8(content: Content, found: FileFacts) -> tuple[Content, FileFacts, list[Problem]]:
    """The file as UTF-8, what is known of that, and what is said of it; as it is where it is UTF-8 or cannot be read.

    A file in two bytes a letter is told by its mark or by its noughts; one that is neither UTF-8 nor that is Windows-1252,
    unless a byte means nothing there or most of its letters are UTF-8 and some bytes of it are damaged.
    """
    named = encoding(next(content.parts(), b""))
    two = named is not None and named[0] != "UTF-8"
    if (not two and (found.not_utf8 is None or found.nul is not None)) or found.size > most("file-bytes"):
        return content, found, []
    made = decoded(content.all())
    if made is None or "\ufffd" in made.text or made.encoding == "UTF-8":
        return content, found, []
    where = Where(file=content.path)
    if found.not_utf8 is not None and not two:
        where = Where(file=content.path, line=line_of(content, found.not_utf8))
    called = "Windows-1252 (cp1252)" if made.encoding == "Windows-1252" else made.encoding
    message = f"the file is not UTF-8; it was read as {called}"
    fresh = Content(content.path, made.text.encode("utf-8", "replace"))
    return fresh, file_facts(fresh), [query("not-utf8", where, message, EXPECTED, FIX)]
