"""An authority of `bench/forgeries` month by month: what it would have handed in, and what befalls an honest one. Shares nothing
with `inspector simulate`."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "forgeries"))

from busy import stream
from paper import Folder, Row, last, month
from starts import gains_seen, idle

Series = list[Folder]
READY = 12
"""Days after the end of a month on which it is handed in."""


def authority(kind: str, seed: str, *, work: bool) -> Folder:
    """An authority of that kind; with work, tests in every month, some of them before what got better."""
    found = idle(kind, f"monthly {seed}")
    if work:
        onsets = {id: first for size, id, first in gains_seen(found) if size > 4}
        stream(found, Random(f"work {kind} {seed}"), 3.0, dict(list(onsets.items())[:3]))
    return found


def handed_in(found: Folder, count: int) -> Series:
    """What was handed in at the end of each of the last months, oldest first."""
    return [as_of(found, last(month(found.end, k + 1 - count))) for k in range(count)]


def as_of(found: Folder, end: date) -> Folder:
    """What stood twelve days after a month had ended."""
    one, by = found.copy(), end + timedelta(days=READY)
    one.end = end
    one.manifest |= {"notified_on": None, "submitted_at": by.isoformat()}
    for name, rows in one.tables.items():
        one.tables[name] = [_then(row, end) for row in rows if _there(row, end, by)]
    return one


def _there(row: Row, end: date, by: date) -> bool:
    """An entry is there once it was raised and written down, a figure once its period is over and it was recorded."""
    written = row.get("recorded_at") or row.get("recorded_on")
    if written is not None and str(written)[:10] > by.isoformat():
        return False
    return bool((row.get("raised_on") or row.get("period_end") or row.get("on") or date.min) <= end)


def _then(row: Row, end: date) -> Row:
    kept = {key: cell for key, cell in row.items() if not (key in STEPS and cell is not None and cell > end)}
    if "decided_on" in row and "decided_on" not in kept:
        kept = {key: cell for key, cell in kept.items() if key not in ("decision", "learned")}
    return kept


STEPS = ("started_on", "tested_on", "studied_on", "decided_on")
HABITS: dict[str, Callable[[Series, Random], None]] = {}


def habit(made: Callable[[Series, Random], None]) -> Callable[[Series, Random], None]:
    """Something that befalls honest authorities."""
    HABITS[made.__name__.replace("_", "-")] = made
    return made


@habit
def late_figures(series: Series, draw: Random) -> None:
    """One figure in twelve comes one to four months late, and says when it was recorded."""
    for row in series[-1].rows("indicators"):
        if draw.random() < 1 / 12:
            day = row["period_end"] + timedelta(days=draw.randint(25, 110))
            _everywhere(series, "indicators", row, lambda found, day=day: found.update(recorded_on=day))
    for one in series:
        by = one.manifest["submitted_at"]
        one.tables["indicators"] = [row for row in one.rows("indicators") if row["recorded_on"].isoformat() <= by]


@habit
def completed_counts(series: Series, draw: Random) -> None:
    """Half of the last figures were a few cases short at first; two old ones are put right, with the day."""
    for row in series[-1].rows("indicators"):
        held = [one for one in series if any(_same("indicators", row, other) for other in one.rows("indicators"))]
        if len(held) >= 3 and row["period_end"] > series[0].end - timedelta(days=60) and draw.random() < 0.5:
            _revised(series, held[: draw.randint(1, 2)], row, draw.randint(1, 3))
    old = [row for row in series[-1].rows("indicators") if row["period_end"] < series[0].end - timedelta(days=200)]
    for row in draw.sample(old, 2):
        _revised(series, series[: len(series) // 2], row, 2)


def _revised(series: Series, before: Series, row: Row, short: int) -> None:
    day = date.fromisoformat(before[-1].manifest["submitted_at"]) + timedelta(days=5)
    for one in series:
        for other in one.rows("indicators"):
            if _same("indicators", row, other):
                if any(one is some for some in before):
                    other["denominator"] -= short
                    other["numerator"] = min(other["numerator"], other["denominator"])
                else:
                    other["revised_on"] = day


@habit
def entries_put_right(series: Series, draw: Random) -> None:
    """Two entries had a wrong team or a misspelt aim; it is declared when they are put right."""
    at = draw.randrange(1, len(series))
    log = series[0].rows("improvement-log")
    for row in draw.sample(log, min(2, len(log))):
        for one in series[:at]:
            for other in one.rows("improvement-log"):
                if other["id"] == row["id"]:
                    other["aim"] = f"{other['aim']} (tset)"
        for one in series[at:]:
            said = {
                "event": "corrected",
                "on": (series[at].end - timedelta(days=3)).isoformat(),
                "entries": [row["id"]],
            }
            one.manifest["declared"] = [*one.manifest.get("declared", []), said]


@habit
def targets_anew(series: Series, draw: Random) -> None:
    """Targets are set, and set anew."""
    at = draw.randrange(1, len(series))
    for k, one in enumerate(series):
        for row in one.rows("indicator-register")[:3]:
            row["target"] = 0.7 if k < at else 0.75


@habit
def a_measure_redefined(series: Series, draw: Random) -> None:
    """A definition changes, and the past is worked out anew; the register says when."""
    at = draw.randrange(1, len(series))
    day = series[at].end - timedelta(days=20)
    for one in series[at:]:
        row = one.rows("indicator-register")[0]
        row["definition_changes"] = day.isoformat()
        for figure in one.rows("indicators"):
            if figure["indicator"] == row["indicator"]:
                figure["denominator"] += 4


@habit
def files_renamed(series: Series, draw: Random) -> None:
    """From one month on the files are called otherwise, and the log is parted in two by year."""
    for one in series[draw.randrange(1, len(series)) :]:
        log = one.rows("improvement-log")
        one.tables["tests-of-old"] = [row for row in log if row["raised_on"].year < 2025]
        one.tables["tests-of-now"] = [row for row in log if row["raised_on"].year >= 2025]
        one.kinds |= {"tests-of-old": "improvement-log", "tests-of-now": "improvement-log"}
        one.tables["scorecard"] = one.tables.pop("indicators")
        one.kinds["scorecard"] = "indicators"
        one.tables["improvement-log"] = []


def _same(name: str, one: Row, other: Row) -> bool:
    keys = ("indicator", "period_start") if name == "indicators" else ("id",)
    return all(one[key] == other[key] for key in keys)


def _everywhere(series: Series, name: str, row: Row, change: Callable[[Row], None]) -> None:
    for one in series:
        for other in one.rows(name):
            if _same(name, row, other):
                change(other)
