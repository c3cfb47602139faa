"""Which reader a file needs by its content, where its name says otherwise."""

from inspector.bundle.open.content import Content
from inspector.bundle.open.sorts import WORKBOOK, Sort, is_text, sort_of
from inspector.bundle.tables.workbook import ENDINGS
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

TEXTS = (".csv", ".tsv", ".txt")


def form_of(content: Content, said: str) -> tuple[str, list[Problem]]:
    """The form in which the file is read, `.csv` or the ending of a workbook, and a query where its name says another.

    `said` is what its name says. Raises Unreadable, with what the file is and how to save it, where it is no table.
    """
    if said not in (*ENDINGS, ".csv"):
        return said, []
    sort = sort_of(content)
    where = Where(file=content.path)
    if said == ".csv":
        if sort is None:
            return said, []
        named = content.path.lower().endswith(TEXTS)
        message = (
            f"the file says it is a CSV by its name, but is {sort.words}" if named else f"the file is {sort.words}"
        )
        if sort.read_as == WORKBOOK:
            return ".xlsx", [query("wrong-extension", where, f"{message}, and was read as that", fix=sort.fix)]
        raise Unreadable(error("wrong-extension", where, f"{message}; it is no table", fix=sort.fix))
    if sort is None and is_text(content):
        message = "the file says it is a workbook by its name, but is text, and was read as a CSV"
        return ".csv", [query("wrong-extension", where, message, fix="give it the ending .csv")]
    if sort is not None and sort.read_as != WORKBOOK and not _perhaps(sort):
        message = f"the file cannot be opened as a workbook: it is {sort.words}"
        raise Unreadable(error("not-a-workbook", where, message, fix=sort.fix))
    return said, []


def _perhaps(sort: Sort) -> bool:
    """Whether the reader of workbooks may know more of it than its list of parts, which is damaged or a rare one."""
    return sort.words in ("a workbook or a zip", "a zip") or sort.words.startswith("a file of an office program")
