"""The only place that knows WeasyPrint."""

import gc
import logging

from inspector.report.paper.missing import missing, not_laid_out

SAME = b"inspector"
"""Stands for an id that would be drawn anew each time."""


def installed() -> None:
    """Raise CannotComplete, which says what to install, where WeasyPrint is not, or cannot find what it draws with."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as failure:
        raise missing("pdf", "WeasyPrint", failure) from None


def made(page: str) -> bytes:
    """The PDF of a page of HTML that holds everything it shows. Raises CannotComplete without WeasyPrint."""
    installed()
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    collecting = gc.isenabled()
    gc.disable()
    try:
        # Whatever a text makes it stumble over is no fault of the result.
        fetcher = URLFetcher(allowed_protocols=("data",))
        found: bytes = HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_identifier=SAME, pdf_tags=True)
    except Exception as failure:
        raise not_laid_out(failure) from None
    finally:
        if collecting:
            gc.enable()
    return found
