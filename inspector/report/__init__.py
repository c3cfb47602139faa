"""A result in every format but text: each renderer reads the JSON document, so all of them say the same."""

from collections.abc import Mapping
from typing import Any

FORMATS = ("html", "json", "markdown", "oscal")


def render(document: Mapping[str, Any], form: str) -> str:
    """The document of a result (as `inspector.report.json.document` makes it) in a format, ending in a newline."""
    if form == "html":
        from inspector.report.html import render as page

        return page(document)
    if form == "markdown":
        from inspector.report.markdown import render as markdown

        return markdown(document)
    if form == "oscal":
        from inspector.report.oscal import render as oscal

        return oscal(document)
    from inspector.report.json import written

    return written(document)
