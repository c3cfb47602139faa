"""The text of case files, as a reader of Word or of PDF has it."""

import io
from functools import cache

from inspector.report import render
from tests.report.results import result


def docx_text(data: bytes) -> str:
    """The text of the body of a Word document, in its order, a line a paragraph."""
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(data)).element.body
    paragraphs = ("".join(one.text or "" for one in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return "\n".join(paragraphs)


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page by page."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def close(text: str) -> str:
    """The text without spaces: where lines are broken says nothing."""
    return "".join(text.split())


@cache
def docx_of(example: str) -> bytes:
    """An example as a Word document."""
    from inspector.report.word import render as word

    return word(render(result(example), "html"))


@cache
def pdf_of(example: str) -> bytes:
    """An example as PDF."""
    from inspector.report.pdf import render as pdf

    return pdf(render(result(example), "html"))
