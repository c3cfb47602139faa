"""What is said of single rows of a visit: what is not as written, what is to be filled in, on what inspectors disagree."""

from collections.abc import Iterable, Sequence

from inspector.model.visit_standing import RowStands, VisitStands
from inspector.model.visits import Entry
from inspector.model.words import plain, plural
from inspector.proof.asks import ask_of
from inspector.proof.folder import Visit
from inspector.proof.row_standing import fields
from inspector.proof.seen_words import IN_WORDS
from inspector.report.lines import wrapped


def conflicts(visit: Visit, found: VisitStands, entries: Iterable[Entry]) -> list[str]:
    """Rows of which inspectors say otherwise of one another, with what each says and what counts until one corrects his own."""
    by_hash = {entry.hash: entry for entry in entries}
    torn = [row for row in found.rows if row.conflict]
    if not torn:
        return []
    lines = [f"Inspectors disagree on {plural(len(torn), 'row')}; the more cautious counts until one of them corrects:"]
    for row in torn:
        says = "; ".join(sorted(_says(visit, row.key, by_hash[one]) for one in row.entries))
        lines += wrapped(f"{row.key}: {says}", "  ", "    ")
    return lines


def wrong(rows: Iterable[RowStands]) -> list[str]:
    """What is not as written, and how; of rows of which the same is said a line for all."""

    def words(row: RowStands) -> str:
        waits = "" if row.counted or row.place is None else ", waits"
        by = "inspectors disagree" if row.conflict else f"by {' and '.join(row.by)}"
        return f"{_how(row.seen, row.differs)}{waits}, {by}"

    return _together((row.key, words(row)) for row in rows if row.wrong)


def missing(rows: Iterable[RowStands]) -> list[str]:
    """Rows that were seen, and what is to be filled in of them."""
    return _together(
        (row.key, f"seen, and no answer until it says {_labels(row.missing)}") for row in rows if row.missing
    )


def _together(told: Iterable[tuple[str, str]]) -> list[str]:
    """A line for all rows of which the same is said."""
    keys: dict[str, list[str]] = {}
    for key, words in told:
        keys.setdefault(words, []).append(key)
    return [f"{', '.join(some)}: {words}" for words, some in keys.items()]


def _how(seen: str, differs: Sequence[str]) -> str:
    word = IN_WORDS.get(seen, seen)  # type: ignore[call-overload]
    return f"{word}, otherwise than written: {_labels(differs)}" if differs else word


def _labels(names: Iterable[str]) -> str:
    return ", ".join(ask_of(name).label.lower() for name in names)


def _says(visit: Visit, key: str, entry: Entry) -> str:
    differs = sorted(field for field, how in fields(visit, key, entry).items() if how == "differs")
    return f"{plain(entry.by)} says {_how(entry.seen or '', differs)}"
