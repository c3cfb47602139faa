"""Ten sorts of ordinary life, each done to an honest authority, with what it would declare of it.

Each is `(authority, draw) -> (authority, declared, keys of the log's resource)`. The authority itself goes on as it was.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from honest import Made, Row, month, workday

Lived = tuple[Made, list[Row], dict[str, Any]]


def _with(one: Made, **tables: list[Row]) -> Made:
    return one._replace(tables={**one.tables, **{kind.replace("_", "-"): rows for kind, rows in tables.items()}})


def _at(one: Made, draw: Random, first: float, last: float) -> date:
    return month(one.start, round(one.months * draw.uniform(first, last))) + timedelta(days=draw.randint(0, 20))


def _stamped(row: Row, day: date, draw: Random) -> Row:
    return {**row, "recorded_at": datetime.combine(day, time(draw.randint(8, 17), draw.randint(0, 59)))}


def carried_over(one: Made, draw: Random) -> Lived:
    """The log was moved to another system, whose import stamped what was there."""
    day = _at(one, draw, 0.15, 0.7)
    log = [_stamped(r, day, draw) if r["recorded_at"].date() < day else r for r in one.tables["improvement-log"]]
    said = {
        "event": "carried-over",
        "on": day.isoformat(),
        "concerns": ["improvement-log"],
        "from_system": "a spreadsheet",
    }
    return _with(one, improvement_log=log), [said], {}


def carried_by_key(one: Made, draw: Random) -> Lived:
    """The same, said by the key of the resource."""
    made, said, _ = carried_over(one, draw)
    return made, [], {"carried_over_on": said[0]["on"]}


def targets(one: Made, draw: Random) -> Lived:
    """Targets, a deadline and what hangs on them are written into the register."""
    rows = []
    for row in one.tables["indicator-register"]:
        mine = [
            r["numerator"] / r["denominator"] for r in one.tables["indicators"] if r["indicator"] == row["indicator"]
        ]
        mine.sort(reverse=row["better"] == "down")
        rows.append(
            {**row, "target": round(mine[int(len(mine) * draw.uniform(0.3, 0.9))], 2), "stakes": "told to the cabinet"}
        )
        if row["indicator"] == "in-45-days":
            rows[-1] |= {"deadline": 45, "deadline_unit": "working-days"}
    return _with(one, indicator_register=rows), [], {}


def definition_changed(one: Made, draw: Random) -> Lived:
    """The definitions of some measures were put more clearly; their figures did not break."""
    place = round(one.months * draw.uniform(0.2, 0.8))
    every = [row["indicator"] for row in one.tables["indicator-register"]]
    ids = draw.sample([id for id in every if abs(one.onsets.get(id, -99) - place) > 4], 3)
    day = month(one.start, place)
    rows = [
        {**r, "definition_changes": [day] if r["indicator"] in ids else []} for r in one.tables["indicator-register"]
    ]
    said = {"event": "definition-changed", "on": day.isoformat(), "indicators": ids}
    return _with(one, indicator_register=rows), [said], {}


def suppressed(one: Made, draw: Random) -> Lived:
    """Two measures of few cases, whose counts below six are not given."""
    ids = set(draw.sample([row["indicator"] for row in one.tables["indicator-register"]], 2))
    rows = []
    for row in one.tables["indicators"]:
        if row["indicator"] in ids:
            n = draw.randint(14, 26)
            top = sum(draw.random() < row["numerator"] / row["denominator"] for _ in range(n))
            row = {**row, "numerator": "c" if 0 < top < 6 else top, "denominator": n}
        rows.append(row)
    said = {"event": "suppressed", "on": one.start.isoformat(), "amount": 6, "indicators": sorted(ids)}
    return _with(one, indicators=rows), [said], {}


def _few(one: Made, draw: Random) -> Made:
    """As `suppressed`, with every count given: what the same data were without it."""
    ids = set(draw.sample([row["indicator"] for row in one.tables["indicator-register"]], 2))
    rows = []
    for row in one.tables["indicators"]:
        if row["indicator"] in ids:
            n = draw.randint(14, 26)
            row = {
                **row,
                "numerator": sum(draw.random() < row["numerator"] / row["denominator"] for _ in range(n)),
                "denominator": n,
            }
        rows.append(row)
    return _with(one, indicators=rows)


def _sessions(one: Made, draw: Random, months: int) -> list[Row]:
    """The log as it is where it is entered on two days after each so many months."""
    rows = []
    for row in one.tables["improvement-log"]:
        places = [*range(months, one.months, months), one.months]
        place = next(m for m in places if month(one.start, m) > row["decided_on"])
        rows.append(_stamped(row, workday(month(one.start, place) + timedelta(days=draw.choice((0, 1, 1, 2)))), draw))
    return rows


def monthly(one: Made, draw: Random) -> Lived:
    """The log is entered at each month's end."""
    said = {"event": "entered-together", "on": one.start.isoformat(), "every": "month", "concerns": ["improvement-log"]}
    return _with(one, improvement_log=_sessions(one, draw, 1)), [said], {}


def yearly(one: Made, draw: Random) -> Lived:
    """The log is entered once a year, from the notes of the teams."""
    said = {"event": "entered-together", "on": one.start.isoformat(), "every": "year", "concerns": ["improvement-log"]}
    return _with(one, improvement_log=_sessions(one, draw, 12)), [said], {}


def rounded(one: Made, draw: Random) -> Lived:
    """All counts are rounded to 5 or to 10, as in published statistics."""
    to = draw.choice((5, 5, 10))
    rows = [
        {**r, "numerator": min(to * round(r["numerator"] / to), to * round(r["denominator"] / to)),
         "denominator": to * round(r["denominator"] / to)} for r in one.tables["indicators"]
    ]  # fmt: skip
    said = {"event": "rounded", "on": one.start.isoformat(), "amount": to, "concerns": ["indicators"]}
    return _with(one, indicators=rows), [said], {}


def outage(one: Made, draw: Random) -> Lived:
    """A system was down for one to four months: no figures of that time, and the log was written up afterwards."""
    first = round(one.months * draw.uniform(0.2, 0.7))
    start, end = month(one.start, first), month(one.start, first + draw.randint(1, 4))
    figures = [r for r in one.tables["indicators"] if not (r["period_start"] >= start and r["period_end"] < end)]
    log = [
        _stamped(r, workday(end + timedelta(days=draw.randint(1, 12))), draw)
        if start <= r["recorded_at"].date() < end
        else r
        for r in one.tables["improvement-log"]
    ]
    said = {
        "event": "outage", "on": start.isoformat(), "to": (end - timedelta(days=1)).isoformat(),
        "concerns": ["indicators", "improvement-log"],
    }  # fmt: skip
    then = {
        "event": "backlog",
        "on": end.isoformat(),
        "to": (end + timedelta(days=14)).isoformat(),
        "concerns": ["improvement-log"],
    }
    return _with(one, indicators=figures, improvement_log=log), [said, then], {}


def _resized(draw: Random, row: Row, n: int) -> Row:
    """The figure with some of its cases gone to a neighbour, or others come whose share is the same."""
    was, top = row["denominator"], row["numerator"]
    cases = [1] * top + [0] * (was - top)
    kept = draw.sample(cases, n) if n <= was else [*cases, *draw.choices(cases, k=n - was)]
    return {**row, "numerator": sum(kept), "denominator": n}


def boundary(one: Made, draw: Random) -> Lived:
    """A district joined or left: more or fewer are counted from one month on, much as before."""
    day, times = month(one.start, round(one.months * draw.uniform(0.25, 0.75))), draw.choice((0.7, 1.4, 1.7))
    rows = []
    for row in one.tables["indicators"]:
        if row["period_start"] >= day:
            row = _resized(draw, row, max(20, round(row["denominator"] * times)))
        rows.append(row)
    return (
        _with(one, indicators=rows),
        [{"event": "boundary-changed", "on": day.isoformat(), "says": "A district joined."}],
        {},
    )


def backlog(one: Made, draw: Random) -> Lived:
    """One team's log was kept on paper for half a year while its clerk was ill, and typed in within two weeks."""
    team = draw.choice(sorted({row["team"] for row in one.tables["improvement-log"]}))
    start = month(one.start, round(one.months * draw.uniform(0.2, 0.7)))
    end = start + timedelta(days=draw.randint(120, 200))
    log = [
        _stamped(r, workday(end + timedelta(days=draw.randint(0, 12))), draw)
        if r["team"] == team and start <= r["recorded_at"].date() < end
        else r
        for r in one.tables["improvement-log"]
    ]
    said = [
        {
            "event": "staff-absence",
            "on": start.isoformat(),
            "to": end.isoformat(),
            "says": f"The clerk of {team} was ill.",
        },
        {
            "event": "backlog",
            "on": end.isoformat(),
            "to": (end + timedelta(days=14)).isoformat(),
            "concerns": ["improvement-log"],
        },
    ]
    return _with(one, improvement_log=log), said, {}


SORTS: dict[str, Callable[[Made, Random], Lived]] = {
    "carried-over": carried_over,
    "carried-over (key)": carried_by_key,
    "targets": targets,
    "definition-changed": definition_changed,
    "suppressed": suppressed,
    "month-end": monthly,
    "yearly": yearly,
    "rounded": rounded,
    "outage": outage,
    "boundary": boundary,
    "backlog": backlog,
}
BEFORE: dict[str, Callable[[Made, Random], Made]] = {"suppressed": _few}
"""What the same data would have been without the event, where that is not simply the authority."""
