"""One line a bundle, in the order of names: what was found, and of what it was made. It has no score, and no other order."""

import csv
import io
from collections.abc import Callable, Iterable

from inspector.batch.task import Failed, Judged, Outcome

COLUMNS = (
    "authority", "period_start", "period_end", "bundle", "verdict", "assurance", "not_judged", "says", "bundle_digest",
    "bundle_root", "engine", "framework", "framework_version", "framework_digest",
)  # fmt: skip


def csv_of(outcomes: Iterable[Outcome], cell: Callable[[object], str]) -> bytes:
    """The summary as CSV in UTF-8 with a byte-order mark; `cell` makes a text safe for a spreadsheet.

    Sorted by authority, period and bundle; what could not be judged has no authority and stands by the name of its bundle. A
    column for each theme follows.
    """
    told = sorted(outcomes, key=_by_name)
    themes = sorted({theme for one in told if isinstance(one, Judged) for theme, _ in one.told.standings})
    stream = io.StringIO(newline="")
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow([*COLUMNS, *themes])
    for one in told:
        out.writerow([cell(part) for part in _row(one, themes)])
    return stream.getvalue().encode("utf-8-sig", "backslashreplace")


def _by_name(one: Outcome) -> tuple[str, str, str, str]:
    if isinstance(one, Failed):
        return (one.name.casefold(), one.name, "", "")
    return (one.told.authority.casefold(), one.told.authority, one.told.period_end, one.name)


def _row(one: Outcome, themes: list[str]) -> list[str]:
    if isinstance(one, Failed):
        said = one.says[0] if one.says else ""
        more = f" (and {len(one.says) - 1} more)" if len(one.says) > 1 else ""
        return ["", "", "", one.name, "", "", one.why, said + more, *[""] * (len(COLUMNS) - 8 + len(themes))]
    told, stands = one.told, dict(one.told.standings)
    return [
        told.authority, told.period_start, told.period_end, one.name, told.verdict, told.assurance, "", "", told.digest,
        told.root, told.engine, told.framework, told.framework_version, told.framework_digest,
        *(stands.get(theme, "") for theme in themes),
    ]  # fmt: skip
