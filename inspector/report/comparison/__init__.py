"""A comparison of two inspections as text, as a page and as JSON: each lays out the one document."""

from inspector.model.comparison import Comparison


def render(found: Comparison, form: str, *, everything: bool = False, language: str = "en-GB") -> str:
    """The comparison as `text`, `html` or `json`, ending in a newline; in text all of it with `everything`."""
    from inspector.report.comparison.document import document

    made = document(found)
    if form == "json":
        from inspector.report.document.written import written

        return written(made)
    if form == "html":
        from inspector.report.comparison.page import page

        return page(made, language)
    from inspector.report.comparison.text import text

    return text(made, everything=everything)
