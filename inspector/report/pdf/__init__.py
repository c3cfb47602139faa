"""A page of the family as PDF: contents with page numbers, running title, space to sign and to reply."""

from inspector.report.paper.prepared import prepared
from inspector.report.pdf.laid_out import laid_out
from inspector.report.pdf.made import made
from inspector.report.wording import LANGUAGE, phrases


def render(page: str, language: str = LANGUAGE) -> bytes:
    """The PDF of a page. Nothing is fetched; the same page gives the same bytes where the same fonts are installed.

    Raises CannotComplete where WeasyPrint is not installed.
    """
    words = phrases(language)
    return made(laid_out(prepared(page, words), words))
