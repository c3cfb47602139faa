"""Submissions judged again, as text and as JSON."""

from inspector.model.again import JudgedAgain


def render(found: JudgedAgain, form: str) -> str:
    """What was judged again as `text` or `json`, ending in a newline."""
    if form == "json":
        from inspector.report.again.document import document
        from inspector.report.document.written import written

        return written(document(found))
    from inspector.report.again.text import text

    return text(found)
