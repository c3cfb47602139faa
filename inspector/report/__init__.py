"""A result in every format but text: each renderer reads the JSON document, so all of them say the same."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.model.rules import Framework
    from inspector.report.document.shape import Document

FORMATS = ("gsn", "html", "json", "markdown", "oscal")


def in_language(document: "Document", language: str, framework: "Framework | None" = None) -> "Document":
    """The document with its sentences said in a language, as far as that has them; in English as it is.

    `framework` is the one by which it was judged; without it, one that ships is looked for. Raises CannotComplete for a language
    without phrases.
    """
    if language == "en-GB":
        return document
    from inspector.report.languages import judged_by, retold

    return retold(document, language, framework or judged_by(document))


def render(document: "Document", form: str, language: str = "en-GB") -> str:
    """The document of a result (as `inspector.report.document.make.document` makes it) in a format, ending in a newline.

    `language` is that of the report's own phrases; the document says what it says (`in_language` says it in another). Raises
    CannotComplete for a language without phrases.
    """
    from inspector.report.wording import speaking

    with speaking(language):
        return _rendered(document, form, language)


def _rendered(document: "Document", form: str, language: str) -> str:
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
