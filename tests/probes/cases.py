"""Evidence as a domain expert writes it in YAML; see README.md beside this file."""

from datetime import date
from typing import Any

from inspector.model.evidence import Duration, Evidence, Indicator, LogEntry

Case = dict[str, Any]
START, END = date(2023, 4, 1), date(2026, 3, 31)


def durations_of(block: Case) -> list[tuple[str, int, int]]:
    """`{indicator, from: 20, counts: [5, 6]}`: five cases took 20 days, six took 21."""
    return [(block["indicator"], block["from"] + place, count) for place, count in enumerate(block["counts"])]


def build(given: Case) -> Evidence:
    counted = [row for block in given.get("durations", []) for row in durations_of(block)]
    return Evidence(
        authority="Brackenshire",
        invented=True,
        digest="0" * 64,
        period_start=START,
        period_end=END,
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
        log=tuple(log_of(given.get("log", []))),
    )


def log_of(entries: list[Case]) -> list[LogEntry]:
    plain = {"raised_on": START, "raised_by_role": "social worker", "team": "North", "scale": "one-case"}
    made: list[LogEntry] = []
    for block in entries:
        for _ in range(block.get("repeat", 1)):
            row = len(made) + 2
            fields = {name: value for name, value in block.items() if name != "repeat"}
            made.append(LogEntry(resource="log", row=row, **(plain | {"id": f"t{row}"} | fields)))
    return made
