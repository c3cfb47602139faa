"""How often tests are said to carry gains that have nothing to do with them, and how often those that do are.

    python bench/effects/run.py [AUTHORITIES] [SEED]

Authorities of a generator of this file alone: measures that jump, rise, rise in steps, go back or stay, and a log of tests
that were kept or given up. What is counted is in README.md.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from inspector.evidence.effects import Effects, effects
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry

START, MONTHS = date(2021, 1, 1), 36
LOGS = ("tests before gains", "the same measures, other times", "nothing to do with gains")
SHARE, ALL = 0.25, 0.1
"""The bounds that the rule `gain-followed-tests` has."""


def month(number: int) -> date:
    """The first of a month, counted from the first of all."""
    return date(START.year + (START.month - 1 + number) // 12, (START.month - 1 + number) % 12 + 1, 1)


def path(draw: Random, kind: str, onset: int) -> list[float]:
    """The level month by month, in sd of its noise."""
    height = draw.uniform(2.0, 4.0)
    length = draw.randint(5, 14)
    at = sorted(onset + draw.randint(0, length) for _ in range(3))
    shapes = {
        "jump": lambda m: height * (m >= onset),
        "rise": lambda m: height * min(1.0, max(0.0, (m - onset + 1) / length)),
        "steps": lambda m: height * sum(m >= one for one in (onset, *at)) / 4,
        "back": lambda m: height * (onset <= m < onset + length),
        "still": lambda m: 0.0 * m,
    }
    return [shapes[kind](m) for m in range(MONTHS)]


def authority(draw: Random) -> tuple[Evidence, dict[str, int]]:
    """Figures of 8 to 30 measures, of which some gain, and when those did."""
    figures: list[Figure] = []
    register: list[Indicator] = []
    gained: dict[str, int] = {}
    share = draw.uniform(0.1, 0.5)
    for number in range(draw.randint(8, 30)):
        name, onset = f"m{number}", draw.randint(7, 27)
        kind = (
            draw.choice(("jump", "rise", "steps")) if draw.random() < share else draw.choice(("still", "still", "back"))
        )
        if kind in ("jump", "rise", "steps"):
            gained[name] = onset
        register.append(Indicator(resource="register", row=number + 2, indicator=name, title=name, better="up"))
        for m, level in enumerate(path(draw, kind, onset)):
            figures.append(Figure(
                resource="figures", row=len(figures) + 2, indicator=name, period_start=month(m),
                period_end=month(m + 1) - timedelta(days=1), value=50 + level + draw.gauss(0, 1),
            ))  # fmt: skip
    end = month(MONTHS) - timedelta(days=1)
    made = Evidence(authority="Nowhere", period_start=START, period_end=end, digest="0" * 64,
                    figures=tuple(figures), indicators=tuple(register))  # fmt: skip
    return made, gained


def entries(draw: Random, worked_on: dict[str, int]) -> Iterator[LogEntry]:
    """Tests of each measure: some shortly before the month that is said, some afterwards, some at any time."""
    row = 2
    for name, onset in worked_on.items():
        begins = [onset - draw.choice((0, 1, 1, 2)) for _ in range(draw.randint(1, 3))]
        begins += [onset + draw.randint(1, 8) for _ in range(draw.randint(0, 2))]
        begins += [draw.randrange(MONTHS) for _ in range(draw.randint(0, 2))]
        for m in begins:
            day = month(m % MONTHS) + timedelta(days=draw.randint(0, 27))
            decision = draw.choices(("adopt", "adapt", "abandon", None), (4, 3, 2, 1))[0]
            yield LogEntry(
                resource="log", row=row, id=f"t{row}", raised_on=day, raised_by_role="worker", team="one", scale="one-case",
                aim="try", indicator=name, started_on=day, decision=decision,
                tested_on=min(day + timedelta(days=5), month(MONTHS) - timedelta(days=1)),
            )  # fmt: skip
            row += 1


def worked_on(draw: Random, which: str, gained: dict[str, int], names: list[str]) -> dict[str, int]:
    """Which measures are worked on, and about when: those that gained and some others, or any."""
    others = [name for name in names if name not in gained]
    found = {name: draw.randint(6, 28) for name in draw.sample(others, min(len(others), draw.randint(0, 5)))}
    found |= gained
    if which != LOGS[0]:
        found = {name: draw.randint(2, 33) for name in found}
    if which == LOGS[2]:
        found = dict(zip(draw.sample(names, len(found)), found.values(), strict=True))
    return found


def carried(found: Effects | None) -> tuple[int, int]:
    """How many gains are said to be carried, and how many gains there are."""
    if found is None:
        return 0, 0
    sure = found.of_all <= ALL
    return sum(sure and one.match is not None and one.false_share <= SHARE for one in found.tested), found.gains


def main(count: int, seed: str) -> None:
    """Print for each sort of log how many authorities have a gain that is carried, of those that have a gain."""
    table: dict[str, Counter[str]] = {which: Counter() for which in LOGS}
    for number in range(count):
        draw = Random(f"{seed}-{number}")
        made, gained = authority(draw)
        for which in LOGS:
            log = tuple(entries(draw, worked_on(draw, which, gained, [one.indicator for one in made.indicators])))
            some, gains = carried(effects(made.model_copy(update={"log": log})))
            table[which] += Counter(authorities=bool(gains), carried=bool(some), gains=gains, gains_carried=some)
    print(
        "| log | authorities with a gain | of them with one that is carried | gains | of them carried |\n|---|---|---|---|---|"
    )
    for which, t in table.items():
        shares = (t["carried"] / max(1, t["authorities"]), t["gains_carried"] / max(1, t["gains"]))
        print(f"| {which} | {t['authorities']} | {shares[0]:.3f} | {t['gains']} | {shares[1]:.3f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2] if len(sys.argv) > 2 else "report")
