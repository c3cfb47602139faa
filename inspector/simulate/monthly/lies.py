"""What a patient, lying authority does to what it hands in: to every month a little, or to one of them and back again.

Its books are in order in every single submission; only one held against another can show it.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority, Row, month
from inspector.simulate.monthly.handed_in import Series, by_then
from inspector.simulate.monthly.playing import Play, begins, chosen, from_month, key

NEW = "listened-to"
SEEN_LATE = 95
"""Days before a submission that what is dated back into the time before it lies at least."""


def _made_up(series: Series, dose: float, draw: Random, name: str) -> list[Row]:
    """Entries of a log as of old, each month of the whole period, up to five a month; aimed at what got better."""
    one = series[-1]
    onsets = {id: row["onset"] for id, row in one.truth["indicators"].items() if row["onset"]}
    aims: dict[str, int | None] = {id: _months(one, onset) for id, onset in onsets.items()}
    rows = logs.stream_of_tests(f"{one.seed}/{name}/{draw.random()}", one.start, one.months, 5.0 * dose, aims)
    return [{**row, "id": f"{name}{row['id']}"} for row in rows]


def _months(one: Authority, onset: str) -> int:
    year, number, _ = map(int, onset.split("-"))
    return (year - one.start.year) * 12 + number - one.start.month


def _with(one: Authority, rows: list[Row]) -> Authority:
    end = month(one.start, one.months)
    more = (by_then(row, end) for row in rows if row["raised_on"] < end)
    log = tuple(sorted((*one.log, *more), key=lambda row: (row["raised_on"], row["id"])))
    return replace(one, log=log, participation=tuple(logs.agreed(one.start, one.participation, log)))


def _backdated_log(series: Series, dose: float, draw: Random) -> Series:
    rows = _made_up(series, dose, draw, "b")
    return from_month(series, begins(series), lambda one: _with(one, rows))


def _backdated_bit_by_bit(series: Series, dose: float, draw: Random) -> Series:
    """In every month some, all of a time before the last submission."""
    rows, first = _made_up(series, dose, draw, "p"), begins(series, 0.2)
    turns = max(1, len(series) - first)
    made = list(series)
    for place in range(first, len(series)):
        old = series[place].submitted_at - timedelta(days=SEEN_LATE)
        told = [row for k, row in enumerate(rows) if k % turns <= place - first and row["raised_on"] < old]
        made[place] = _with(series[place], told)
    return tuple(made)


def _backdated_and_said(series: Series, dose: float, draw: Random) -> Series:
    """The same as at once, each with an honest day of writing: after the submission that it is dated back into."""
    at = begins(series)
    moment = datetime.combine(series[at].submitted_at - timedelta(days=5), time(11, 0), UTC)
    rows = [{**row, "recorded_at": max(moment, row["recorded_at"])} for row in _made_up(series, dose, draw, "s")]
    return from_month(series, at, lambda one: _with(one, rows))


def _backfilled(series: Series, dose: float, draw: Random) -> Series:
    """A measure that nobody had heard of, with a past that got better."""
    begin, step = draw.randint(8, max(9, series[-1].months // 2)), 0.1 + 0.2 * dose

    def told(one: Authority) -> Authority:
        rows = []
        for m in range(one.months):
            first, last = month(one.start, m), month(one.start, m + 1) - timedelta(days=1)
            n = 90 + m % 7
            rows.append({
                "indicator": NEW, "period_start": first, "period_end": last, "denominator": n, "value": None,
                "numerator": round(n * (0.4 + step * (m >= begin) + 0.02 * (m % 3))),
                "recorded_on": last + timedelta(days=6),
            })  # fmt: skip
        register = {
            "indicator": NEW, "title": "Children who say that they were listened to", "better": "up", "measure": "experience",
            "unit": "share", "recorded_by": "children's services", "verified_by": "internal audit", "target": None,
        }  # fmt: skip
        return replace(one, figures=(*one.figures, *rows), register=(*one.register, register))

    return from_month(series, begins(series), told)


def _turned(series: Series, dose: float, draw: Random, to: int | None = None) -> Series:
    worse = [row for row in series[-1].register if _got_worse(series[-1], row["indicator"])]
    ids = {row["indicator"] for row in chosen(worse or list(series[-1].register), dose, draw)}
    end, other = to or len(series), {"up": "down", "down": "up"}
    at = min(begins(series), end - 1)

    def told(one: Authority) -> Authority:
        return replace(one, register=tuple(
            {**row, "better": other[row["better"]]} if row["indicator"] in ids else row for row in one.register
        ))  # fmt: skip

    return tuple(told(one) if at <= place < end else one for place, one in enumerate(series))


def _got_worse(one: Authority, id: str) -> bool:
    return one.truth["indicators"].get(id, {}).get("shape") in ("slide", "drop", "crumble")


def _turned_and_back(series: Series, dose: float, draw: Random) -> Series:
    return _turned(series, dose, draw, min(len(series) - 1, begins(series) + 1))


def _rewritten(series: Series, dose: float, draw: Random, *, bit_by_bit: bool = False, said: bool = False) -> Series:
    """The first half of the figures made worse, so that what is now looks better."""
    at, end = begins(series, 0.3), series[-1].months // 2
    better = {row["indicator"]: row["better"] for row in series[-1].register}
    ids = {row["indicator"] for row in chosen(list(series[-1].register), 0.3 + 0.7 * dose, draw)}
    until = month(series[-1].start, end)

    def told(one: Authority, share: float) -> Authority:
        return replace(one, figures=tuple(worse(row, share, one) for row in one.figures))

    def worse(row: Row, share: float, one: Authority) -> Row:
        if row["indicator"] not in ids or row["period_start"] >= until or not row["denominator"]:
            return row
        by = round(row["denominator"] * 0.25 * dose * share)
        up = better[row["indicator"]] == "up"
        counted = max(0, row["numerator"] - by) if up else min(row["denominator"], row["numerator"] + by)
        when = {"revised_on": series[at].submitted_at - timedelta(days=4)} if said and one.submitted_at else {}
        return {**row, "numerator": counted, **when}

    steps = max(1, len(series) - at)
    return tuple(
        told(one, (place - at + 1) / steps if bit_by_bit else 1.0) if place >= at else one
        for place, one in enumerate(series)
    )


def _dropped_measures(series: Series, dose: float, draw: Random) -> Series:
    worse = [row for row in series[-1].register if _got_worse(series[-1], row["indicator"])]
    ids = {row["indicator"] for row in chosen(worse or list(series[-1].register), dose, draw)}

    def told(one: Authority) -> Authority:
        return replace(
            one,
            register=tuple(
                {**row, "balancing_indicator": None if row.get("balancing_indicator") in ids else row.get("balancing_indicator")}
                for row in one.register if row["indicator"] not in ids
            ),
            figures=tuple(row for row in one.figures if row["indicator"] not in ids),
            durations=tuple(row for row in one.durations if row["indicator"] not in ids),
            verifications=tuple(row for row in one.verifications if row["indicator"] not in ids),
            log=tuple({**row, "indicator": None} if row.get("indicator") in ids else row for row in one.log),
        )  # fmt: skip

    return from_month(series, begins(series), told)


def _dropped_months(series: Series, dose: float, draw: Random) -> Series:
    """Bad months of the measures are gone, a few in every submission."""
    last, worst = series[-1], set()
    better = {row["indicator"]: row["better"] for row in last.register}
    for id, way in better.items():
        mine = [row for row in last.figures if row["indicator"] == id and row["denominator"]][len(series) // 2 :]
        mine.sort(key=lambda row: row["numerator"] / row["denominator"], reverse=way == "down")
        worst |= {key(row) for row in mine[: round(dose * len(mine) / 4)]}
    gone = sorted(worst)
    draw.shuffle(gone)
    turns = max(1, len(series) - begins(series))

    def told(place: int, one: Authority) -> Authority:
        out = {k for n, k in enumerate(gone) if n % turns <= place - begins(series)}
        return replace(one, figures=tuple(row for row in one.figures if key(row) not in out))

    return tuple(told(place, one) if place >= begins(series) else one for place, one in enumerate(series))


def _dropped_entries(series: Series, dose: float, draw: Random) -> Series:
    """Tests that were given up are not in the log any more."""
    given_up = [row for row in series[-1].log if row.get("decision") == "abandon"] or list(series[-1].log)
    ids = {row["id"] for row in chosen(given_up, dose, draw)}
    return from_month(
        series, begins(series), lambda one: replace(one, log=tuple(row for row in one.log if row["id"] not in ids))
    )


def _reworded(series: Series, dose: float, draw: Random) -> Series:
    """What was expected and learned is written anew to fit what came of it."""
    ids = {row["id"] for row in chosen(series[-1].log, dose / 2, draw)}

    def told(one: Authority) -> Authority:
        return replace(one, log=tuple(
            {**row, "prediction": f"{row['prediction']}, and it will hold", "decision": "adopt" if row.get("decision") else None}
            if row["id"] in ids and row.get("prediction") else row for row in one.log
        ))  # fmt: skip

    return from_month(series, begins(series), told)


LIES = {
    "backdated-log": Play(
        "A log is written afterwards and dated back, all at once. Dose: five times it are the entries a month.",
        _backdated_log,
        ("backdated-rows",),
    ),
    "backdated-bit-by-bit": Play(
        "The same, some of it in every month. Dose: five times it are the entries a month.",
        _backdated_bit_by_bit,
        ("backdated-rows",),
    ),
    "backdated-and-said": Play(
        "The same at once, and each entry says that it was written down since. Dose: as before.",
        _backdated_and_said,
        ("backdated-rows",),
    ),
    "backfilled-measure": Play(
        "A new measure comes with a past that got better. Dose: how much better.", _backfilled, ("backdated-rows",)
    ),
    "turned-cells": Play(
        "Measures that got worse are said to be better the other way. Dose: the share of them.",
        _turned,
        ("turned-register",),
    ),
    "turned-and-back": Play(
        "The same in one month, and back again in the next. Dose: the share of them.",
        _turned_and_back,
        ("turned-register",),
    ),
    "rewritten-figures": Play(
        "Figures of the first half are made worse. Dose: how many measures, and how much worse.",
        _rewritten,
        ("rewritten-history",),
    ),
    "rewritten-bit-by-bit": Play(
        "The same, some more in every month. Dose: as before.",
        lambda s, dose, draw: _rewritten(s, dose, draw, bit_by_bit=True),
        ("rewritten-history",),
    ),
    "rewritten-and-said": Play(
        "The same at once, and each figure has a day of revision. Dose: as before.",
        lambda s, dose, draw: _rewritten(s, dose, draw, said=True),
        ("rewritten-history",),
    ),
    "dropped-measures": Play(
        "Measures that got worse are gone. Dose: the share of them.", _dropped_measures, ("rows-taken-back",)
    ),
    "dropped-months": Play(
        "Bad months are gone, some more in every submission. Dose: a quarter of it is their share.",
        _dropped_months,
        ("rows-taken-back",),
    ),
    "dropped-entries": Play(
        "Tests that were given up are gone. Dose: the share of them.", _dropped_entries, ("rows-taken-back",)
    ),
    "reworded-entries": Play(
        "What was expected, and decided, is written anew. Dose: half of it is the share.",
        _reworded,
        ("rewritten-history",),
    ),
}
"""Every lie by its id."""
