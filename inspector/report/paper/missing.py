"""What is said where the package that writes a format is not installed."""

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.words import short

FORMATS = {"word": "docx", "pdf": "pdf"}
LIBRARIES = (
    "install Pango, as its documentation says; on Debian and Ubuntu that is libpango-1.0-0 and libpangoft2-1.0-0"
)


def missing(extra: str, package: str, failure: Exception) -> CannotComplete:
    """The refusal: which package (or which library of the system) is missing, and how it is installed."""
    fix = f"python -m pip install 'inspector[{extra}]'"
    why = "is not installed"
    if not isinstance(failure, ImportError):
        why, fix = "is installed, but libraries of the system that it draws with are not", LIBRARIES
    where = Where(file=f"--format {FORMATS[extra]}")
    message = f"this format is written by {package}, which {why}"
    return CannotComplete([Problem(rule="missing-package", level="error", where=where, message=message, fix=fix)])


def not_laid_out(failure: Exception) -> CannotComplete:
    """The refusal where WeasyPrint cannot lay out a page."""
    message = f"WeasyPrint cannot lay out this page ({short(type(failure).__name__ + ': ' + str(failure), 120)})"
    where = Where(file="--format pdf")
    fix = "use --format docx or html, and tell us of the page"
    return CannotComplete([Problem(rule="not-laid-out", level="error", where=where, message=message, fix=fix)])
