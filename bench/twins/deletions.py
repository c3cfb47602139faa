"""What a liar leaves out or leaves blank: the cheapest moves of all. Each takes an authority, a dose from 0 to 1 and a draw."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row, month

Deletion = Callable[[Authority, float, Random], Authority]


def worst_figures(one: Authority, dose: float, _: Random) -> Authority:
    """The worst figures of the later half of every measure, up to half of them."""
    better, by = _better(one), _by_measure(one)
    gone: set[int] = set()
    for id, rows in by.items():
        late = [row for row in rows[len(rows) // 2 :] if row.get("denominator")]
        late.sort(key=_level, reverse=better[id] == "down")
        gone |= {id_of(row) for row in late[: round(len(late) * dose / 2)]}
    return replace(one, figures=tuple(row for row in one.figures if id_of(row) not in gone))


def worst_measures(one: Authority, dose: float, _: Random) -> Authority:
    """The measures that got worse most from the first half to the second, up to half of all."""
    better = _better(one)
    moved = sorted((_moved(rows) * (1 if better[id] == "up" else -1), id) for id, rows in _by_measure(one).items())
    gone = {id for by, id in moved[: round(len(moved) * dose / 2)] if by < 0}
    return without(one, gone)


def last_months(one: Authority, dose: float, _: Random) -> Authority:
    """The last months of the period, up to a year and a half, as if it had ended before them."""
    months = one.months - round(18 * dose)
    end = month(one.start, months)
    return replace(
        one,
        months=months,
        figures=tuple(row for row in one.figures if row["period_end"] < end),
        log=tuple(row for row in one.log if row.get("tested_on") is None or row["tested_on"] < end),
        participation=tuple(row for row in one.participation if row["period_end"] < end),
        durations=tuple(row for row in one.durations if row["period_end"] < end),
    )


def first_months(one: Authority, dose: float, _: Random) -> Authority:
    """The first months of every measure that was good then."""
    better, first = _better(one), month(one.start, round(18 * dose))
    good = {id for id, rows in _by_measure(one).items() if _moved(rows) * (1 if better[id] == "up" else -1) < 0}
    kept = tuple(row for row in one.figures if row["indicator"] not in good or row["period_start"] >= first)
    return replace(one, figures=kept)


def given_up_tests(one: Authority, dose: float, draw: Random) -> Authority:
    """Tests that were given up."""
    return replace(one, log=_but(one.log, lambda row: row.get("decision") == "abandon", dose, draw))


def late_entries(one: Authority, dose: float, draw: Random) -> Authority:
    """Log entries that were written down more than a month after the test."""

    def late(row: Row) -> bool:
        tested, at = row.get("tested_on"), row.get("recorded_at")
        return bool(tested and at and (at.date() - tested).days > 31)

    return replace(one, log=_but(one.log, late, dose, draw))


def table_of_who_took_part(one: Authority, dose: float, draw: Random) -> Authority:
    """Rows of who took part where few did; at dose 1 the whole table."""
    if dose >= 1:
        return replace(one, participation=())
    few = [row for row in one.participation if not row["contributors"]]
    gone = {id_of(row) for row in few if draw.random() < dose}
    return replace(one, participation=tuple(row for row in one.participation if id_of(row) not in gone))


def durations(one: Authority, _: float, __: Random) -> Authority:
    """How long each case took."""
    return replace(one, durations=())


def when_recorded(one: Authority, dose: float, draw: Random) -> Authority:
    """The day on which entries and figures were written down."""
    return replace(
        one,
        log=_blank(one.log, ("recorded_at",), dose, draw),
        figures=_blank(one.figures, ("recorded_on", "revised_on"), dose, draw),
    )


def what_hangs_on_it(one: Authority, dose: float, draw: Random) -> Authority:
    """Target, deadline, stakes and definition changes in the register."""
    fields = ("target", "deadline", "deadline_unit", "stakes", "definition_changes", "balancing_indicator")
    return replace(one, register=_blank(one.register, fields, dose, draw))


def decisions(one: Authority, dose: float, draw: Random) -> Authority:
    """Decisions to give an idea up: the row stays, the decision goes."""
    rows = tuple(
        {**row, "decision": None} if row.get("decision") == "abandon" and draw.random() < dose else row
        for row in one.log
    )
    return replace(one, log=rows)


def counts(one: Authority, dose: float, draw: Random) -> Authority:
    """Numerators and denominators: the share alone is given."""
    chosen = {row["indicator"] for row in one.register if draw.random() < dose}
    rows = tuple(
        {**row, "numerator": None, "denominator": None, "value": round(_level(row), 4)}
        if row["indicator"] in chosen and row.get("denominator")
        else row
        for row in one.figures
    )
    return replace(one, figures=rows)


def turned_cells(one: Authority, dose: float, _: Random) -> Authority:
    """No deletion, but as cheap: `better` of up to three measures that got worse says the other direction."""
    better = _better(one)
    moved = sorted((_moved(rows) * (1 if better[id] == "up" else -1), id) for id, rows in _by_measure(one).items())
    turned = {id for by, id in moved[: max(1, round(3 * dose))] if by < 0}
    way = {"up": "down", "down": "up"}
    rows = ({**row, "better": way[row["better"]]} if row["indicator"] in turned else row for row in one.register)
    return replace(one, register=tuple(rows))


DELETIONS: dict[str, Deletion] = {
    f"out-{made.__name__.replace('_', '-')}": made
    for made in (
        worst_figures, worst_measures, last_months, first_months, given_up_tests, late_entries, table_of_who_took_part,
        durations, when_recorded, what_hangs_on_it, decisions, counts, turned_cells,
    )
}  # fmt: skip


def without(one: Authority, gone: set[str]) -> Authority:
    """The authority without those measures; tests that named them name none."""
    fields = ("indicator", "balancing_indicator")
    return replace(
        one,
        register=tuple(row for row in one.register if row["indicator"] not in gone),
        figures=tuple(row for row in one.figures if row["indicator"] not in gone),
        durations=tuple(row for row in one.durations if row["indicator"] not in gone),
        log=tuple(
            {key: None if key in fields and cell in gone else cell for key, cell in row.items()} for row in one.log
        ),
    )


def id_of(row: Row) -> int:
    """Which row it is, of those that are there."""
    return id(row)


def _better(one: Authority) -> dict[str, str]:
    return {row["indicator"]: row["better"] for row in one.register}


def _by_measure(one: Authority) -> dict[str, list[Row]]:
    by: dict[str, list[Row]] = {}
    for row in sorted(one.figures, key=lambda row: row["period_start"]):
        by.setdefault(row["indicator"], []).append(row)
    return by


def _level(row: Row) -> float:
    return float(row["numerator"] / row["denominator"] if row.get("denominator") else row.get("value") or 0.0)


def _moved(rows: list[Row]) -> float:
    half = len(rows) // 2
    one, two = [_level(row) for row in rows[:half]], [_level(row) for row in rows[half:]]
    usual = abs(sum(one) + sum(two)) / max(1, len(rows)) or 1.0
    return (sum(two) / max(1, len(two)) - sum(one) / max(1, len(one))) / usual


def _but(rows: tuple[Row, ...], bad: Callable[[Row], bool], dose: float, draw: Random) -> tuple[Row, ...]:
    return tuple(row for row in rows if not (bad(row) and draw.random() < dose))


def _blank(rows: tuple[Row, ...], fields: tuple[str, ...], dose: float, draw: Random) -> tuple[Row, ...]:
    return tuple({**row, **dict.fromkeys(fields)} if draw.random() < dose else row for row in rows)
