"""What a submission promises, what others looked at and how well chances were stated, worked out again from the rows alone."""

from datetime import date, timedelta

from tests.truth.bundle import Row
from tests.truth.case import Case, cited
from tests.truth.counted import last
from tests.truth.laws import law
from tests.truth.ledger import See

STILL = 183


@law
def what_is_promised_is_written(case: Case, see: See) -> None:
    """Each promise cites its record, says its words and its day, and stands where its rows say; none is left out."""
    told = case.result.get("promised")
    if told is None:
        return
    by_sort: dict[str, set[str]] = {}
    for one in told:
        rows = [row for file, place in cited(one) for row in case.bundle.at(file, place)]
        mine = [row for row in rows if row["id"] == one["id"] and not row.part]
        by_sort.setdefault(one["sort"], set()).add(one["id"])
        if see.row(bool(mine), f"{one['sort']} {one['id']} cites no row of it"):
            _state(case, see, one, mine[0])
    for sort, rows in _expected(case).items():
        see.same(f"promises: {sort}", sorted(by_sort.get(sort, ())), sorted({row["id"] for row in rows}))


def _expected(case: Case) -> dict[str, list[Row]]:
    ends = case.bundle.ends

    def by_end(day: date | None) -> bool:
        return day is not None and day <= ends

    return {
        "test": [row for row in case.bundle.rows("improvement-log") if row["prediction"] and by_end(_began(row))],
        "commitment": [row for row in case.bundle.rows("partnership") if by_end(row.day("made_on"))],
        "recommendation": [row for row in case.bundle.rows("recommendations") if by_end(row.day("made_on"))],
        "next-step": [
            r for r in case.bundle.rows("self-evaluation") if r["what_next"] and (r.day("stated_on") or ends) <= ends
        ],
    }


def _began(row: Row) -> date | None:
    return row.day("started_on") or row.day("tested_on")


def _state(case: Case, see: See, one: dict, row: Row) -> None:  # type: ignore[type-arg]
    until = last(case.bundle)
    if one["sort"] == "test":
        see.same(f"{one['id']} stands", one["state"], _of_test(row, until))
    if one["sort"] == "commitment":
        see.day(f"{one['id']} is due", one["due"], row.day("due_on"))
        see.same(f"{one['id']} stands", one["state"], _of_commitment(row, until))


def _of_test(row: Row, until: date) -> str:
    began = _began(row) or date.min
    steps = [day for field in ("studied_on", "decided_on") if (day := row.day(field))]
    if any(day > until for day in [*steps, row.day("tested_on") or began]):
        return "open"
    if row.day("studied_on") or row["decision"] or row["learned"] or row.flag("came_true") is not None:
        return "done"
    idle = (until - max(began, row.day("tested_on") or began)).days
    return "overdue" if idle >= STILL else "open"


def _of_commitment(row: Row, until: date) -> str:
    met, due = row.day("met_on"), row.day("due_on")
    by_then = met is not None and met <= until
    passed = due is not None and due <= until
    if row["partner_says"] in ("partly-kept", "not-kept") and (by_then or passed):
        return "not-done"
    if by_then or (met is None and row["partner_says"] == "kept"):
        return "done"
    return "overdue" if passed else "open"


@law
def what_others_looked_at_expires(case: Case, see: See) -> None:
    """An attestation that counts expires with the first figure with which fewer than half would be seen."""
    for one in case.result.get("attestations", ()):
        rows = [row for file, place in cited(one) for row in case.bundle.at(file, place)]
        if not see.row(bool(rows), f"{one['id']} cites no row"):
            continue
        row = rows[0]
        see.day(f"{one['id']}: looked on", one["looked_on"], row.day("looked_on"))
        measure = row["indicator"]
        if not one["counts"] or not measure:
            see.none(one["expires_on"] is None, f"{one['id']} does not age, and expires on {one['expires_on']}")
        elif one["expires_on"] is not None:
            see.day(f"{one['id']} expires", one["expires_on"], _expires(case, row))


def _expires(case: Case, row: Row) -> date:
    figures = sorted(
        (r for r in case.bundle.rows("indicators") if r["indicator"] == row["indicator"]),
        key=lambda r: r.day("period_end") or date.min,
    )
    start, end, looked = row.day("period_start"), row.day("period_end"), row.day("looked_on") or date.max

    def seen(r: Row) -> bool:
        first, until = r.day("period_start") or date.min, r.day("period_end") or date.max
        return (start is None or until >= start) and (end is None or first <= end) and until <= looked

    many, total = sum(map(seen, figures)), len(figures)
    last_one = figures[-1]
    first, until = last_one.day("period_start") or date.min, last_one.day("period_end") or date.max
    whole = first.day == 1 and (until + timedelta(days=1)).day == 1
    months = (until.year - first.year) * 12 + until.month - first.month + 1
    while many * 2 >= total:
        total += 1
        if whole:
            at = until + timedelta(days=1)
            month = at.month - 1 + months
            until = date(at.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            until += last_one.day("period_end") - first + timedelta(days=1)  # type: ignore[operator]
    return until


@law
def chances_are_scored(case: Case, see: See) -> None:
    """Brier's score is the mean squared distance of the chances from what is said to have come true."""
    found = case.result.get("calibration")
    stated = [
        row for row in case.bundle.rows("improvement-log") if row["prediction"] and row.number_of("chance") is not None
    ]
    see.same("whether chances are stated", found is not None, bool(stated))
    if found is None or found["history"]:
        return
    some = [row for row in stated if row.flag("came_true") is not None]
    see.number("stated", found["stated"], len(stated))
    see.number("counted", found["counted"], len(some))
    if found["brier"] is not None:
        true = sum(((row.number_of("chance") or 0) / 100 - bool(row.flag("came_true"))) ** 2 for row in some) / len(
            some
        )
        share = sum(bool(row.flag("came_true")) for row in some) / len(some)
        see.number("brier", found["brier"], true)
        see.number("base", found["base"], share * (1 - share))
        whole = found["reliability"] - found["resolution"] + found["uncertainty"] + found["within"]
        see.number("parts of the score", whole, true, 1e-4)
    else:
        see.claim(len(some) < 50, f"{len(some)} count, and nothing is told")
