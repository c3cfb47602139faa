"""The history of one authority as text, as a page and as JSON: each lays out the one document."""

from inspector.model.history import History


def render(found: History, form: str, *, ascii_only: bool = False, language: str = "en-GB") -> str:
    """The history as `text`, `html` or `json`, ending in a newline; `ascii_only` draws without other characters in text."""
    from inspector.report.history.document import document

    made = document(found)
    if form == "json":
        from inspector.report.document.written import written

        return written(made)
    if form == "html":
        from inspector.report.history.page import page

        return page(made, language)
    from inspector.report.history.text import text

    return text(made, ascii_only=ascii_only)
