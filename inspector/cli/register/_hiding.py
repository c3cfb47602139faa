"""What of a text about a submission may be entered: what stands in its private columns is not repeated there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.model.register import Entry
    from inspector.register.book import Register

Hide = Callable[[str], str]


def hide_for(book: "Register", submission: "Entry", bundle: Path | None, *, as_written: bool) -> Hide:
    """What hides in a text what the bundle of a submission has in private columns: of `bundle`, else of the files kept.

    Where neither is at hand and the submission has lists of children, a text can be entered `as_written` alone, by somebody who
    has read it. Raises CannotComplete otherwise, and for a bundle that is another.
    """
    from tempfile import TemporaryDirectory

    from inspector.register.keeping import restored

    if bundle is not None:
        return _gate(bundle, submission)
    if as_written or not _has_lists(book, submission):
        return str
    if not submission.body.pseudonymised:  # type: ignore[union-attr]
        with TemporaryDirectory() as folder:
            kept = restored(book, submission, Path(folder))
            if kept is not None:
                return _gate(kept, submission)
    raise _refused(submission)


def _has_lists(book: "Register", submission: "Entry") -> bool:
    """Whether it has tables that may have columns of children or workers: lists, returns, what has a schema of its own."""
    import json

    from inspector.bundle.kinds import PLAIN

    found = book.content_of(submission, "datapackage.json")
    resources = json.loads(found).get("resources", ()) if found else ()
    return not resources or any(one.get("kind") not in PLAIN or "schema" in one for one in resources)


def _gate(bundle: Path, submission: "Entry") -> Hide:
    from inspector.bundle import read_bundle
    from inspector.register.wrong import refused

    reading = read_bundle(bundle)
    root = reading.evidence.root if reading.evidence else None
    if root != submission.body.root:  # type: ignore[union-attr]
        raise refused(
            "another-bundle",
            f"this bundle is not the one of submission {submission.index}: its root is {(root or 'none')[:19]}",
            str(bundle),
            "give the bundle as it was submitted",
        )
    return reading.hiding.gate.text


def _refused(submission: "Entry") -> Exception:
    from inspector.register.wrong import refused

    return refused(
        "text-not-looked-at",
        f"submission {submission.index} has lists of children, and its files are not kept here as they were submitted: "
        "whether this text repeats what stands in a private column cannot be told",
        fix="--bundle PATH, and it is hidden; or read it yourself, and say --as-written",
    )
