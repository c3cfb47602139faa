"""What calamine does not tell of an XLSX: how much it really unpacks to, formulas without a result, cells that hold an error.

One pass over the zip inside, in parts; nothing is unpacked to disk.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator

from inspector.bundle.open.damage import damage
from inspector.bundle.tables.budgets import xlsx
from inspector.bundle.tables.budgets.refusing import too_many_bytes
from inspector.bundle.tables.hidden_parts import HiddenParts
from inspector.model.limits import most
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

LONGEST_CELL = 1 << 16
SHOWN = 5
_CELL = rb'<c r="([A-Z]+[0-9]+)"[^>]*'
_BARE = re.compile(_CELL + rb">\s*<f[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_ERROR = re.compile(_CELL + rb't="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?\s*<v>([^<]*)</v>')
_ERRORS = re.compile(
    rb"#(?:N/A|VALUE!|REF!|NAME\?|NULL!|DIV/0!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)"
)
_SHEET = re.compile(rb'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
_TARGET = re.compile(rb"<Relationship [^>]*?>")


def oddities(data: bytes, path: str, hidden: HiddenParts | None = None) -> list[Problem]:
    """Queries about cells that read as empty though something stands in them. Raises Unreadable for a bomb or a broken zip.

    What is hidden is handed to `hidden`, where somebody wants to know.
    """
    if not data.startswith(b"PK"):
        return []
    left = most("workbook-bytes")
    budget = xlsx.Budget()
    bare: dict[str, list[str]] = {}
    wrong: dict[str, list[str]] = {}
    small = {"xl/workbook.xml": b"", "xl/_rels/workbook.xml.rels": b""}
    rest: tuple[str, bytes] = ("", b"")
    before = False
    for name, part in _parts(data, path):
        left -= len(part)
        if left < 0:
            raise too_many_bytes(path)
        now = budget.take(name, part)
        if name in small:
            small[name] = (small[name] + part)[: 1 << 22]
        elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
            text = (rest[1] if rest[0] == name else b"") + part
            end = text.rfind(b"<c ")
            closer = now or before
            if closer and b"<f" in text:
                bare.setdefault(name, []).extend(m[1].decode() for m in _BARE.finditer(text))
            if closer and b't="e"' in text:
                wrong.setdefault(name, []).extend(f"{m[1].decode()} {_error(m[2])}" for m in _ERROR.finditer(text))
            if hidden is not None:
                hidden.take(name, text)
            rest = (name, text[end:][-LONGEST_CELL:] if end >= 0 else text[-256:])
        before = now
    names = _sheet_names(small["xl/workbook.xml"], small["xl/_rels/workbook.xml.rels"])
    if hidden is not None:
        hidden.names.update(names)
    budget.hold(lambda: _parts(data, path), path, names)
    return [*_said(bare, names, path, _of_bare), *_said(wrong, names, path, _of_errors)]


def _error(said: bytes) -> str:
    """The error that a cell says it holds; anybody can write something else there, which is not repeated."""
    return said.decode() if _ERRORS.fullmatch(said) else "an error"


def _of_bare(some: list[str], where: Where) -> Problem:
    message = f"{len(some)} formulas have no saved result and read as empty: {_first(some)}"
    fix = "open the workbook in a spreadsheet program, let it calculate, and save it"
    return query("formula-without-value", where, message, fix=fix)


def _of_errors(some: list[str], where: Where) -> Problem:
    message = (
        f"{len(some)} {'cell holds' if len(some) == 1 else 'cells hold'} an error and read as empty: {_first(some)}"
    )
    return query("error-cell", where, message, fix="mend the formula, or empty the cell")


def _first(some: list[str]) -> str:
    more = f" and {len(some) - SHOWN} more" if len(some) > SHOWN else ""
    return f"{', '.join(some[:SHOWN])}{more}"


def _said(
    cells: dict[str, list[str]], names: dict[str, str], path: str, word: Callable[[list[str], Where], Problem]
) -> Iterator[Problem]:
    for name, places in sorted(cells.items()):
        some = sorted(set(places), key=lambda place: (len(place.split(" ")[0]), place))
        if some:
            yield word(some, Where(file=path, sheet=names.get(name, name)))


def _sheet_names(book: bytes, rels: bytes) -> dict[str, str]:
    """The names of sheets by the part of the zip that holds them."""
    targets = {}
    for found in _TARGET.findall(rels):
        id, target = re.search(rb'Id="([^"]*)"', found), re.search(rb'Target="([^"]*)"', found)
        if id and target:
            targets[id[1]] = target[1].decode("utf-8", "replace").removeprefix("/xl/")
    return {f"xl/{targets[id]}": name.decode("utf-8", "replace") for name, id in _SHEET.findall(book) if id in targets}


def _parts(data: bytes, path: str) -> Iterator[tuple[str, bytes]]:
    """The members of the zip in parts of a megabyte, as they really unpack."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for info in book.infolist():
                # A member may unpack to more than the directory says; the size given here stops nobody from reading on.
                info.file_size = max(info.file_size, most("workbook-bytes"))
                with book.open(info) as member:
                    while part := member.read(1 << 20):
                        yield info.filename, part
    except Unreadable:
        raise
    except Exception as failure:
        # The standard library has no one exception for a zip that it cannot make sense of.
        message = f"the workbook is damaged: {damage(failure)}"
        raise Unreadable(error("not-a-workbook", Where(file=path), message, fix="save it again as .xlsx")) from None
