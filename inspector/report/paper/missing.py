"""What is said where the package that writes a format is not installed."""

from inspector.model.problems import CannotComplete, Problem, Where


def missing(extra: str, package: str, failure: Exception) -> CannotComplete:
    """The refusal: which package is missing, and how it is installed."""
    why = "is not installed" if isinstance(failure, ImportError) else "cannot be used: libraries that it needs are missing"
    return CannotComplete(
        [
            Problem(
                rule="missing-package",
                level="error",
                where=Where(file=f"--format {'docx' if extra == 'word' else extra}"),
                message=f"this format is written by {package}, which {why}",
                fix=f"python -m pip install 'inspector[{extra}]'",
            )
        ]
    )
