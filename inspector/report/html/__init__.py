"""A result as one HTML page: no scripts, nothing fetched from elsewhere, the same bytes for the same result."""

from inspector.report.html.page import render

__all__ = ["render"]
