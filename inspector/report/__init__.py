"""A result in every format but text: each renderer reads the JSON document, so all of them say the same."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.report.document.shape import Document

FORMATS = ("gsn", "html", "json", "markdown", "oscal")


def render(document: "Document", form: str, language: str = "en-GB") -> str:
    """The document of a result (as `inspector.report.document.make.document` makes it) in a format, ending in a newline.

    `language` is that of the report's own phrases; rules and evidence say what they say. Raises CannotComplete for one
    without phrases.
    """
    if form == "gsn":
        from inspector.report.gsn import render as gsn

        return gsn(document, language)
    if form == "html":
        from inspector.report.html import render as page

        return page(document, language)
    if form == "markdown":
        from inspector.report.markdown import render as markdown

        return markdown(document, language)
    if form == "oscal":
        from inspector.report.oscal import render as oscal

        return oscal(document, language)
    from inspector.report.document.written import written

    return written(document)
