"""A page of the family as a Word document: contents with page numbers, running title, space to sign and to reply."""

from inspector.report.paper.prepared import prepared
from inspector.report.word.package import packed
from inspector.report.wording import LANGUAGE, phrases


def render(page: str, language: str = LANGUAGE) -> bytes:
    """The Word document of a page; the same page gives the same bytes. Charts are in it as vector pictures.

    Raises CannotComplete where python-docx is not installed.
    """
    words = phrases(language)
    return packed(prepared(page, words), words)
