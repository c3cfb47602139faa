"""Series of figures at the ends of what is read: three years of months in one or three indicators, durations beside them.

Where `value_files` looks for what is read although it must not be, this looks for what may be read and breaks the arithmetic.
"""

import hashlib
import json
from calendar import monthrange
from collections.abc import Callable
from random import Random

from tests.fuzz.fuzzer import Files, Fuzzer
from tests.fuzz.value_files import hold

COUNTS = (0, 1, 2, 5, 6, 96, 160, 1000, 10**6, 10**9, 10**12 - 1, 10**12)
VALUES = ("0", "-0", "1", "100", "0.1", "1e-320", "1e-300", "5e-324", "1e-9", "1e15", "-1e15", "999999999999999.9",
          "0.30000000000000004", "50", "12.5")  # fmt: skip
UNITS = ("share", "%", "", "changes per child", "days, mean", "% (whole)", "share, two decimal places", "hours")


def make(draw: Random) -> Files:
    """A bundle: register, figures, sometimes durations."""
    register = ["indicator,title,better,unit,target,deadline,deadline_unit,definition_changes"]
    figures = ["indicator,period_start,period_end,numerator,denominator,value,recorded_on,revised_on"]
    days = ["indicator,period_start,period_end,days,count"]
    for name in ("one", "two", "three")[: draw.choice((1, 1, 3))]:
        target, deadline = (
            draw.choice(("", "0.8", "80", "1e15", "-1e15", "0", "1e-320")),
            draw.choice(("", "1", "45", "36525")),
        )
        unit, changed = draw.choice(UNITS), draw.choice(("", "2023-05-01", "1900-01-01; 2100-12-31"))
        better, days_unit = draw.choice(("up", "down")), "days" if deadline else ""
        register.append(f'{name},{name},{better},"{unit}",{target},{deadline},{days_unit},{changed}')
        amounts = draw.choice(PATTERNS)(draw)
        for place in range(draw.choice((5, 6, 12, 24, 36))):
            year, month = 2022 + place // 12, place % 12 + 1
            last = monthrange(year, month)[1]
            when = (
                draw.choice(("", f"{year}-{month:02}-{last}", "1900-01-01", "2100-12-31"))
                if draw.random() < 0.3
                else ""
            )
            figures.append(f"{name},{year}-{month:02}-01,{year}-{month:02}-{last},{amounts(place)},{when},{when}")
        if draw.random() < 0.4:
            for place in range(draw.choice((1, 12, 40))):
                many = draw.choice((1, 3, 10**6, 10**8)), draw.choice((0, 1, 44, 45, 46, 36525, place + 20))
                days.append(f"{name},2022-01-01,2022-01-31,{many[1]},{many[0]}")
    tables = {"indicator-register": register, "indicators": figures} | ({"durations": days} if len(days) > 1 else {})
    return bundle({kind: "\n".join([*rows, ""]).encode() for kind, rows in tables.items()}, draw)


def bundle(tables: dict[str, bytes], draw: Random) -> Files:
    """The tables with their manifest."""
    resources = [
        {"name": kind, "path": f"{kind}.csv", "kind": kind, "hash": seal(data), "bytes": len(data)}
        for kind, data in tables.items()
    ]
    start, end = draw.choice((("2022-01-01", "2024-12-31"), ("1900-01-01", "2100-12-31"), ("2023-06-15", "2023-06-15")))
    manifest = {
        "name": "x",
        "title": "x",
        "authority": "x",
        "period": {"start": start, "end": end},
        "resources": resources,
    }
    if draw.random() < 0.3:
        manifest["notified_on"] = draw.choice(("1900-01-01", "2023-01-01", "2100-12-31", start, end))
    return {**{f"{kind}.csv": data for kind, data in tables.items()}, "datapackage.json": json.dumps(manifest).encode()}


def seal(data: bytes) -> str:
    """The hash of a file, as a manifest gives it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


Amounts = Callable[[int], str]


def by_turns(draw: Random) -> Amounts:
    """Denominators of two sizes by turns."""
    sizes, part = draw.sample(COUNTS[2:], 2), draw.choice((0.0, 0.5, 1.0, draw.random()))
    return lambda place: f"{int(sizes[place % 2] * part)},{sizes[place % 2]},"


def any_counts(draw: Random) -> Amounts:
    """Counts of any size out of any."""
    return lambda _: f"{draw.choice(COUNTS)},{draw.choice(COUNTS[1:])},"


def about_a_size(draw: Random) -> Amounts:
    """Shares that wander, out of many."""
    size, share = draw.choice(COUNTS[3:]), draw.random()
    return lambda place: f"{int(size * min(1, max(0, share + draw.gauss(0, 0.02) + 0.2 * (place > 20))))},{size},"


def both(draw: Random) -> Amounts:
    """Counts and a value beside them."""
    size = draw.choice(COUNTS[1:])
    return lambda _: f"{draw.randint(0, size)},{size},{draw.choice(VALUES)}"


def any_values(draw: Random) -> Amounts:
    """Plain values, a few of them or all."""
    some = draw.sample(VALUES, draw.choice((1, 2, len(VALUES))))
    return lambda _: f",,{draw.choice(some)}"


def near(draw: Random) -> Amounts:
    """Values that differ in their last digits alone."""
    size = draw.choice((1.0, 1e15, 1e-300, 1e9, -1e15))
    return lambda _: f",,{size * (1 - draw.random() * 1e-15)!r}"


PATTERNS = (by_turns, any_counts, about_a_size, both, any_values, near)
FUZZER = Fuzzer("figure_files", make, hold, in_suite=25)
