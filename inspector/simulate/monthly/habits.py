"""Ordinary life of an honest authority that hands in each month: late figures, counts revised, mistakes put right and told.

Whatever is put right says so: a figure by its day of revision, entries of the log by a declared event.
"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from inspector.simulate.authority import Authority, Row
from inspector.simulate.monthly.handed_in import Series
from inspector.simulate.monthly.playing import Play, chosen, key


def _late_figures(series: Series, dose: float, draw: Random) -> Series:
    some = chosen(_figures(series), dose / 5, draw)
    late = {key(row): row["period_end"] + timedelta(days=draw.randint(20, 80)) for row in some}

    def told(one: Authority) -> Authority:
        rows = ({**row, "recorded_on": late.get(key(row), row["recorded_on"])} for row in one.figures)
        return replace(one, figures=tuple(row for row in rows if row["recorded_on"] <= one.submitted_at))

    return tuple(map(told, series))


def _revised_figures(series: Series, dose: float, draw: Random) -> Series:
    """Counts of a month that records completed one to three months later."""
    first = series[0].submitted_at
    fresh = [row for row in _figures(series) if row["denominator"] and row["period_end"] >= first - timedelta(days=40)]
    wrong = {key(row): (draw.randint(1, 3), row["period_end"] + timedelta(days=draw.randint(30, 85)), draw.random() < 0.5)
             for row in chosen(fresh, dose / 2, draw)}  # fmt: skip

    def told(one: Authority) -> Authority:
        return replace(one, figures=tuple(_at_first(row, wrong, one.submitted_at) for row in one.figures))

    return tuple(map(told, series))


def _at_first(row: Row, wrong: dict[Any, tuple[int, date, bool]], day: date) -> Row:
    if key(row) not in wrong:
        return row
    missing, revised, met = wrong[key(row)]
    if revised <= day:
        return {**row, "revised_on": max(revised, row["recorded_on"])}
    counted = max(0, row["numerator"] - missing) if met else row["numerator"]
    return {**row, "numerator": min(counted, row["denominator"] - missing), "denominator": row["denominator"] - missing}


def _late_entries(series: Series, dose: float, draw: Random) -> Series:
    """Entries that were written down three to eight weeks after they were raised, and say so."""
    late = {row["id"]: timedelta(days=draw.randint(20, 55)) for row in chosen(series[-1].log, dose / 10, draw)}

    def told(one: Authority) -> Authority:
        rows = ({**row, "recorded_at": row["recorded_at"] + late.get(row["id"], timedelta(0))} for row in one.log)
        return replace(one, log=tuple(row for row in rows if row["recorded_at"].date() <= one.submitted_at))

    return tuple(map(told, series))


def _corrected_entries(series: Series, dose: float, draw: Random) -> Series:
    """A mistake in an entry, put right a month later or more and declared: it had been handed in."""
    before = series[0].submitted_at - timedelta(days=200)
    some = chosen([row for row in series[-1].log if row["raised_on"] > before], dose / 20, draw)
    right: dict[str, tuple[str, date]] = {}
    for row in some:
        first = next(place for place, one in enumerate(series) if row["id"] in {told["id"] for told in one.log})
        if first + 1 == len(series):
            continue
        place = draw.randrange(first + 1, len(series))
        other = draw.choice([team for team in _teams(series) if team != row["team"]])
        day = series[place].submitted_at - timedelta(days=draw.randint(17, 24))
        if day > row["raised_on"]:
            right[row["id"]] = other, day

    def told(one: Authority) -> Authority:
        log = tuple(
            {**row, "team": right[row["id"]][0]}
            if row["id"] in right and right[row["id"]][1] > one.submitted_at
            else row
            for row in one.log
        )
        seen = {row["id"] for row in log}
        declared = tuple(
            {"event": "corrected", "on": on, "entries": (id,), "says": "the team had been entered wrongly"}
            for id, (_, on) in sorted(right.items())
            if on <= one.submitted_at and id in seen
        )
        return replace(one, log=log, declared=(*one.declared, *declared))

    return tuple(map(told, series))


def _teams(series: Series) -> list[str]:
    return sorted({row["team"] for row in series[-1].log} | {"Duty north", "Duty south"})


def _renamed_files(series: Series, dose: float, draw: Random) -> Series:
    """Files get other names in the course of time, all of them with a dose of 1."""
    kinds = [kind for kind in ("improvement-log", "indicators", "indicator-register") if draw.random() < dose]
    at = {kind: draw.randrange(1, max(2, len(series))) for kind in kinds}
    return tuple(
        replace(one, files={**one.files, **{kind: f"{kind}-new" for kind in kinds if place >= at[kind]}})
        for place, one in enumerate(series)
    )


def _targets_set_anew(series: Series, dose: float, draw: Random) -> Series:
    """Targets are set anew at the beginning of a year."""
    ids = [row["indicator"] for row in chosen([row for row in series[-1].register if row["target"]], dose, draw)]
    months = {one.submitted_at.year for one in series}

    def told(one: Authority) -> Authority:
        step = 0.01 * (one.submitted_at.year - min(months))
        rows = (
            {**row, "target": round(row["target"] + step, 3)} if row["indicator"] in ids else row
            for row in one.register
        )
        return replace(one, register=tuple(rows))

    return tuple(map(told, series))


def _figures(series: Series) -> tuple[Row, ...]:
    return series[-1].figures


HABITS = {
    "late-figures": Play(
        "Some figures come one to three months late and say when they were recorded. "
        "Dose: a fifth of it is their share.",
        _late_figures,
    ),
    "revised-figures": Play(
        "Counts of the last months are completed and say so. Dose: half of it is their share.", _revised_figures
    ),
    "late-entries": Play(
        "Entries are written down some weeks late, and say so. Dose: a tenth of it is their share.", _late_entries
    ),
    "corrected-entries": Play(
        "A mistake in an entry is put right and declared. Dose: a twentieth of it is their share.", _corrected_entries
    ),
    "renamed-files": Play("Files get other names. Dose: the chance of each.", _renamed_files),
    "targets-set-anew": Play("Targets are set anew each year. Dose: the share of them.", _targets_set_anew),
}
"""Every habit by its id; an honest authority may have all of them."""
