"""Evidence and expectations as a domain expert writes them in YAML; see README.md beside this file."""

import calendar
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Participation
from inspector.model.facts import Fact

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
Case = dict[str, Any]


def read_cases(path: Path) -> list[Case]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def as_date(text: Any) -> date:
    """A date, from `2023-04-01` or `2023-04` (the first of that month)."""
    return text if isinstance(text, date) else date.fromisoformat(f"{text}-01" if len(text) == 7 else text)


def repeated(entry: Case) -> list[Case]:
    """`{repeat: 12, every: month, ...}` as twelve rows, each with all its dates a period later than the one before."""
    entry = dict(entry)
    times, step = entry.pop("repeat", 1), MONTHS[entry.pop("every", "month")]
    dates = {k: as_date(v) for k, v in entry.items() if k.endswith("_on") or k in ("period_start", "period_end")}
    return [entry | {k: later(day, step * i) for k, day in dates.items()} for i in range(times)]


def figures_of(block: Case, rows: "count[int]") -> list[Figure]:
    start, step = as_date(block["from"]), MONTHS[block.get("every", "month")]
    amounts = block.get("values", block.get("numerators"))
    denominators = block.get("denominators", [None] * len(amounts))
    if not isinstance(denominators, list):
        denominators = [denominators] * len(amounts)
    made = []
    for i, (amount, of) in enumerate(zip(amounts, denominators, strict=True)):
        row = next(rows)
        if amount is None:
            continue
        numbers = {"value": amount} if "values" in block else {"numerator": amount, "denominator": of}
        first = later(start, i * step)
        made.append(
            Figure(
                resource="figures",
                row=row,
                indicator=block["indicator"],
                period_start=first,
                period_end=later(first, step) - timedelta(days=1),
                **numbers,
            )
        )
    return made


def log_of(entries: list[Case]) -> list[LogEntry]:
    made = []
    for row, entry in enumerate((e for block in entries for e in repeated(block)), start=2):
        raised = next((entry[k] for k in ("raised_on", "started_on", "tested_on") if k in entry), None)
        plain = {
            "id": f"t{row - 1}",
            "raised_on": raised,
            "raised_by_role": "social worker",
            "team": "North",
            "scale": "one-case",
            "aim": "try something",
        }
        made.append(LogEntry(resource="log", row=row, **(plain | entry)))
    return made


def participation_of(entries: list[Case]) -> list[Participation]:
    made = []
    for row, entry in enumerate((e for block in entries for e in repeated(block)), start=2):
        plain = {"team": "North", "role": "social worker", "period_end": later(entry["period_start"], 1) - timedelta(1)}
        made.append(Participation(resource="participation", row=row, **(plain | entry)))
    return made


def build(given: Case) -> Evidence:
    """The evidence of a case: what it does not say takes plain defaults."""
    rows = count(2)
    figures = tuple(f for block in given.get("figures", []) for f in figures_of(block, rows))
    indicators = tuple(
        Indicator(resource="register", row=row, **({"title": i["indicator"], "better": "up"} | i))
        for row, i in enumerate(given.get("indicators", []), start=2)
    )
    optional = {"notified_on": as_date(given["notified_on"])} if "notified_on" in given else {}
    return Evidence(
        authority="Brackenshire",
        invented=True,
        digest="0" * 64,
        period_start=as_date(given.get("period_start", "2023-04-01")),
        period_end=as_date(given.get("period_end", "2026-03-31")),
        figures=figures,
        indicators=indicators,
        log=tuple(log_of(given.get("log", []))),
        participation=tuple(participation_of(given.get("participation", []))),
        **optional,
    )


def holds(actual: Any, wanted: Any) -> bool:
    """Whether a field is as wanted: equal, or `>= 3`, `< 0.5` and the like, or any one of a list."""
    if isinstance(wanted, list):
        return any(holds(actual, one) for one in wanted)
    if isinstance(wanted, str) and wanted[:1] in "<>":
        sign, bound = wanted.split(maxsplit=1)
        number = float(bound)
        return {">=": actual >= number, ">": actual > number, "<=": actual <= number, "<": actual < number}[sign]
    if isinstance(wanted, float):
        return bool(abs(actual - wanted) < 1e-5)
    return bool(actual == wanted)


def faults(fact: Fact, wanted: Case) -> list[str]:
    """What of the wanted fields, `absent` fields, words in `says` and number of `rows` a fact does not have."""
    wanted = dict(wanted)
    found = [f"{f} should be absent" for f in wanted.pop("absent", []) if f in fact.fields]
    found += [f"says lacks {words!r}: {fact.says}" for words in wanted.pop("says", []) if words not in fact.says]
    for resource, rows in wanted.pop("rows", {}).items():
        actual = sum(len(r.rows) for r in fact.rows if r.resource == resource)
        found += [] if actual == rows else [f"rests on {actual} rows of {resource}, not {rows}"]
    for name, value in wanted.items():
        if name not in fact.fields:
            found.append(f"{name} is absent, wanted {value}")
        elif not holds(fact.fields[name], value):
            found.append(f"{name} is {fact.fields[name]}, wanted {value}")
    return found
