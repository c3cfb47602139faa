"""Evidence as a domain expert writes it in YAML; see README.md beside this file."""

from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np

from inspector.evidence.before import with_before
from inspector.evidence.held import held
from inspector.evidence.since import with_oldest
from inspector.model.case_lists import CaseList
from inspector.model.declared import Declared
from inspector.model.derivations import Recomputed
from inspector.model.differences import Change, Difference, RewrittenRow
from inspector.model.evidence import Before, Duration, Evidence, Figure, Indicator, LogEntry, Participation
from inspector.model.held import Held
from inspector.model.traces import Trace

Case = dict[str, Any]
START, END = date(2023, 4, 1), date(2026, 3, 31)


def durations_of(block: Case) -> list[tuple[str, int, int]]:
    """`{indicator, from: 20, counts: [5, 6]}`: five cases took 20 days, six took 21."""
    return [(block["indicator"], block["from"] + place, count) for place, count in enumerate(block["counts"])]


def build(given: Case) -> Evidence:
    before = before_of(given["before"]) if "before" in given else None
    made = _build(given)
    made = made if before is None else with_before(made, before)
    if "history" not in given:
        return made
    return with_oldest(made.model_copy(update={"history": tuple(held_of(block) for block in given["history"])}))


def held_of(block: Case) -> Held:
    """`{end, received_on, figures, log, indicators, participation}` of an earlier submission, by what a register keeps of it."""
    kinds = ("figures", "log", "indicators", "participation")
    end = block.get("end", END)
    was = _build({kind: block[kind] for kind in kinds if kind in block}).model_copy(update={"period_end": end})
    return held(was, f"salt of {end}").model_copy(update={"received_on": block.get("received_on", end)})


def before_of(block: Case) -> Before:
    """`{end, known_on, same, indicators, figures, log}` of an earlier submission, as they are written of this one."""
    was = _build(
        {"figures": block.get("figures", []), "log": block.get("log", []), "indicators": block.get("indicators", [])}
    )
    end = block.get("end", END)
    return Before(
        period_start=START,
        period_end=end,
        known_on=block.get("known_on", end),
        same=block.get("same", False),
        indicators=was.indicators,
        figures=was.figures,
        log=was.log,
    )


def _build(given: Case) -> Evidence:
    counted = [row for block in given.get("durations", []) for row in durations_of(block)]
    return Evidence(
        authority=given.get("authority", "Brackenshire"),
        invented=given.get("invented", True),
        digest="0" * 64,
        period_start=START,
        period_end=END,
        notified_on=given.get("notified_on"),
        submitted_at=given.get("submitted_at"),
        indicators=tuple(
            Indicator(resource="register", row=row, **({"title": one["indicator"], "better": "up"} | one))
            for row, one in enumerate(given.get("indicators", []), start=2)
        ),
        durations=tuple(
            Duration(
                resource="durations", row=row, indicator=id, period_start=START, period_end=END, days=days, count=n
            )
            for row, (id, days, n) in enumerate(counted, start=2)
        ),
        figures=tuple(figures_of(given.get("figures", []))),
        declared=tuple(
            Declared(resource="declared", row=row, **({"on": START} | one))
            for row, one in enumerate(given.get("declared", []), start=2)
        ),
        log=tuple(log_of(given.get("log", []))),
        participation=tuple(participation_of(given.get("participation", []))),
        recomputed=tuple(recomputed_of(given.get("recomputed", []))),
        earlier=tuple(earlier_of(given["earlier"])) if "earlier" in given else None,
        case_lists=tuple(list_of(name, rows) for name, rows in sorted(given.get("lists", {}).items())),
    )


def month(count: int) -> date:
    """The first day of the month so many months after the first."""
    return date(START.year + (START.month - 1 + count) // 12, (START.month - 1 + count) % 12 + 1, 1)


def figures_of(blocks: list[Case]) -> list[Figure]:
    """One figure a month for each of `numerators`, `denominators` or `values`; a null among them is a missing month.

    `points: 12` are values 0 to 11; a single number stands for all months; `times` goes through them again and again.
    `recorded_on` and `revised_on` are a day for all, or days by the number of the month. With `days: 7` one figure a week;
    `periods` are the first and last day of each.
    """
    made: list[Figure] = []
    for block in blocks:
        for place, numbers in enumerate(numbers_of(block)):
            if None in numbers.values():
                continue
            start, end = block["periods"][place] if "periods" in block else span(place, block.get("days", 0))
            days = {}
            for name in ("recorded", "revised"):
                after, on = block.get(f"{name}_after"), block.get(f"{name}_on", {})
                on = on.get(place) if isinstance(on, dict) else on
                if after or on:
                    days[f"{name}_on"] = on or end + timedelta(days=after[place % len(after)])
            made.append(
                Figure(
                    resource="indicators",
                    row=len(made) + 2,
                    indicator=block["indicator"],
                    period_start=start,
                    period_end=end,
                    **numbers,
                    **days,
                )
            )
    return made


def span(place: int, days: int) -> tuple[date, date]:
    """The first and last day of a month, or of a period of so many days."""
    if days:
        return START + timedelta(days=place * days), START + timedelta(days=(place + 1) * days - 1)
    return month(place), month(place + 1) - timedelta(days=1)


def numbers_of(block: Case) -> list[dict[str, Any]]:
    """The numbers of each month."""
    if "points" in block:
        block = block | {"values": list(range(block["points"]))}
    parts = {name: block[f"{name}s"] for name in ("numerator", "denominator", "value") if f"{name}s" in block}
    length = max(len(part) for part in parts.values() if isinstance(part, list))
    lists = {name: part if isinstance(part, list) else [part] * length for name, part in parts.items()}
    months = [{name: part[place] for name, part in lists.items()} for place in range(length)]
    return months * block.get("times", 1)


def recomputed_of(blocks: list[Case]) -> list[Recomputed]:
    """As `figures_of`: what the case records give for the same months."""
    return [
        Recomputed(
            indicator=one.indicator,
            derivation=one.indicator,
            resource="list-4.csv",
            rows=(one.row,),
            period_start=one.period_start,
            period_end=one.period_end,
            numerator=one.numerator,
            denominator=one.denominator,
            value=one.value if one.numerator is None else share_of(one),
        )
        for one in figures_of(blocks)
    ]


def share_of(figure: Figure) -> float | None:
    """A figure as a percentage; None out of nought."""
    return 100 * (figure.numerator or 0) / figure.denominator if figure.denominator else None


def earlier_of(blocks: list[Case]) -> list[Difference]:
    """`{kind, rows_before, removed: [rows], rewritten: [{row, key, field, before, after}]}`; of more cells `changes`."""
    made = []
    for block in blocks:
        rewritten = tuple(
            RewrittenRow(
                key=one["key"],
                row_before=one["row"],
                row_after=one["row"],
                changes=tuple(
                    Change(field=cell["field"], before=cell.get("before"), after=cell.get("after"))
                    for cell in one.get("changes", [one])
                ),
            )
            for one in block.get("rewritten", [])
        )
        plain = {"resource": block["kind"], "state": "changed", "rows_before": 3, "rows_after": 3}
        rest = {key: value for key, value in block.items() if key != "rewritten"}
        made.append(Difference(**(plain | rest), rewritten=rewritten))
    return made


def log_of(entries: list[Case]) -> list[LogEntry]:
    """`repeat` makes many entries of one, `every` so many days apart; a list of values is gone through again and again."""
    plain = {
        "raised_on": START,
        "raised_by_role": "social worker",
        "team": "North",
        "scale": "one-case",
        "aim": "Try it",
    }
    made: list[LogEntry] = []
    for block in entries:
        for count in range(block.get("repeat", 1)):
            row = len(made) + 2
            fields = {
                name: value[count % len(value)] if isinstance(value, list) and name != "spread_to" else value
                for name, value in block.items()
                if name not in ("repeat", "every")
            }
            raised = fields.get("raised_on", START) + timedelta(days=count * block.get("every", 0))
            after = fields.pop("recorded_after", None)
            if after is not None:
                fields["recorded_at"] = datetime.combine(raised + timedelta(days=after), time(0, 0))
            made.append(
                LogEntry(row=row, **({"resource": "log"} | plain | {"id": f"t{row}"} | fields | {"raised_on": raised}))
            )
    return made


def participation_of(blocks: list[Case]) -> list[Participation]:
    """`{team, role, headcount, contributors: [..]}`: one row for each quarter; a null among them is a missing one."""
    made: list[Participation] = []
    for block in blocks:
        for place, contributors in enumerate(block["contributors"]):
            if contributors is None:
                continue
            made.append(
                Participation(
                    resource="participation",
                    row=len(made) + 2,
                    period_start=month(3 * place),
                    period_end=month(3 * place + 3) - timedelta(days=1),
                    contributors=contributors,
                    **{name: value for name, value in block.items() if name != "contributors"},
                )
            )
    return made


def list_of(name: str, rows: list[Case]) -> CaseList:
    """Rows of a list of children as mappings; `repeat` makes many of one, each child with a number of its own."""
    made: list[Case] = []
    for block in rows:
        for count in range(block.get("repeat", 1)):
            step = timedelta(days=count * block.get("every", 0))
            row = {key: value for key, value in block.items() if key not in ("repeat", "every")}
            row = {key: value[count % len(value)] if isinstance(value, list) else value for key, value in row.items()}
            row = {key: value + step if isinstance(value, date) else value for key, value in row.items()}
            made.append({"child_unique_id": f"c{len(made) + 1}"} | row)
    fields = sorted({key for row in made for key in row})
    return CaseList(name, f"{name}.csv", np.arange(2, len(made) + 2), {key: column(key, made) for key in fields})


def column(key: str, rows: list[Case]) -> Any:
    values = [row.get(key) for row in rows]
    if any(isinstance(value, date) for value in values):
        return np.array([value or "NaT" for value in values], dtype="datetime64[D]")
    if any(isinstance(value, int | float) for value in values):
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return np.array(values, dtype=object)


def faults(trace: Trace, wanted: Case) -> list[str]:
    """What a trace does not have: words in `says` or `unsaid`, `absent` numbers, `rows` (how many, or which), numbers."""
    told = [words for words in wanted.get("says", []) if words not in trace.says]
    told += [words for words in wanted.get("unsaid", []) if words in trace.says]
    found = [f"{words!r}: {trace.says}" for words in told]
    found += [f"{name} should be absent" for name in wanted.get("absent", []) if getattr(trace, name) is not None]
    if "rows" in wanted:
        rows: Any = {one.resource: list(one.rows) for one in trace.rows}
        if not isinstance(wanted["rows"], dict):
            rows = [row for some in rows.values() for row in some]
        actual = len(rows) if isinstance(wanted["rows"], int) else rows
        found += [] if actual == wanted["rows"] else [f"rests on {actual}, not {wanted['rows']}"]
    for name in ("n", "p_value", "effect", "smallest_dose"):
        number = getattr(trace, name)
        if name in wanted and (number is None or abs(number - wanted[name]) > 1e-5 * abs(wanted[name])):
            found.append(f"{name} is {number}, wanted {wanted[name]}")
    return found
