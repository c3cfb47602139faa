"""Services that stand still: how often chance alone brings a row for loss about, by how many measures could be judged.

    python bench/still/run.py [SERIES] [SERVICES] [OLDER]

SERIES series in which nothing happens are drawn here, by nothing that the frameworks or their tables know of, and judged as any
bundle's are. SERVICES services of 1, 2, 3, 4, 5 and 8 of those that could be judged are put together by lot, half of them with a
stream of improvement work. OLDER is a folder with an earlier munro and patient-safety-learning, to hold them against.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from inspector import framework as frameworks
from inspector.model.facts import Fact
from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import judge_all
from inspector.workbench.judging.compiled import Compiled

SIZES = (1, 2, 3, 4, 5, 8)
IDS = ("munro", "patient-safety-learning")
LOSS = ("slipping", "deteriorating")
WORK = {
    "munro": (("improvement-pace", {"scale": "small", "count": 24, "active_months": 12, "months": 24,
                                    "active_share": 0.9, "longest_gap_months": 0}),),
    "patient-safety-learning": (("change-mix", {"known": 8, "system_share": 0.4}),
                                ("learning-loop", {"tests": 12, "compared_share": 0.4, "distinct_share": 0.5})),
}  # fmt: skip
"""Facts by which each framework's theme of work stands at `doing`."""


def still(random: np.random.Generator) -> tuple[Observation, ...]:
    """One series in which nothing happens: months, quarters or years, of shares or counts, noise plain or carried over."""
    points = int(random.choice((random.integers(12, 37), random.integers(12, 17), random.integers(7, 12))))
    noise = np.zeros(points)
    if random.random() < 0.5:
        carry, step = random.uniform(0, 0.4), random.normal(0, random.uniform(0, 0.2), points)
        for place in range(points):
            noise[place] = step[place] + (carry * noise[place - 1] if place else 0)
    if random.random() < 0.4:
        counts = random.poisson(random.uniform(3, 60) * np.exp(noise))
        return tuple(Observation(place, None, float(one)) for place, one in enumerate(counts))
    of = random.integers(6, 30, points) if random.random() < 0.2 else random.integers(40, 200, points)
    level = 1 / (1 + np.exp(-(random.uniform(-2, 2) + noise)))
    share = random.binomial(of, level)
    return tuple(
        Observation(place, None, float(a), float(b)) for place, (a, b) in enumerate(zip(share, of, strict=True))
    )


def fact(found: Judgement, name: str) -> Fact:
    """What the signal says of a series that was judged so."""
    by = dict(found.probabilities)
    chance = {
        "probability_gain": by.get("gradual-gain", 0) + by.get("sudden-gain", 0),
        "probability_loss": by.get("gradual-loss", 0) + by.get("sudden-loss", 0),
        "probability_faded": by.get("faded-gain", 0),
    }
    fields = {
        "indicator": name,
        "title": name,
        "call": found.call,
        "probability": round(found.probability, 6),
        "points": found.points,
    }
    return Fact(id=f"signal/trajectory/{name}", kind="signal/trajectory",
                fields=fields | {key: round(float(value), 6) for key, value in chance.items()})  # fmt: skip


def services(pool: list[Judgement], size: int, number: int, seed: int) -> Iterator[tuple[Fact, ...]]:
    """So many services of this many measures, by lot."""
    random = np.random.default_rng([seed, size])
    for _ in range(number):
        chosen = random.choice(len(pool), size, replace=False)
        yield tuple(fact(pool[one], f"m{place}") for place, one in enumerate(chosen))


def rows(table: Compiled, id: str, pool: list[Judgement], size: int, number: int) -> Counter[str]:
    """How often each row is hit; every second service has work going on."""
    work = tuple(Fact(id=f"signal/{kind}/all", kind=f"signal/{kind}", fields=fields) for kind, fields in WORK[id])
    hit: Counter[str] = Counter()
    words = {row.id: row.verdict for row in table.framework.verdicts}
    for place, facts in enumerate(services(pool, size, number, 7)):
        row = table.outcome((*facts, *(work if place % 2 else ()))).row
        hit[f"{words[row]}: {row}"] += 1
    return hit


def main(series: int, number: int, older: str | None) -> None:
    """Print, for each framework and number of measures, of 1,000 services how many each row for loss is hit by."""
    random = np.random.default_rng(20)
    found = judge_all([(still(random), "up" if random.random() < 0.5 else "down") for _ in range(series)])
    pool = [one for one in found if one.call != "too-few-points"]
    calls = Counter(one.call for one in pool)
    print(f"{series} series that stand still, {len(pool)} of them could be judged: {dict(sorted(calls.items()))}\n")
    print("| framework | measures | " + " | ".join(("deteriorating", "slipping", "by which rows")) + " |")
    print("|---|---|---|---|---|")
    for id in IDS:
        for label, place in (("", id), *((("before: ", str(Path(older) / id)),) if older else ())):
            table = Compiled(frameworks.read(frameworks.find(place)))
            for size in SIZES:
                hit = rows(table, id, pool, size, number)
                bad = {row: n for row, n in sorted(hit.items()) if row.startswith(LOSS)}
                cells = [
                    sum(n for row, n in bad.items() if row.startswith(word)) * 1000 / number
                    for word in ("deteriorating", "slipping")
                ]
                which = ", ".join(f"`{row.split(': ')[1]}` {n * 1000 / number:.1f}" for row, n in bad.items())
                print(f"| {label}{id} | {size} | {cells[0]:.1f} | {cells[1]:.1f} | {which} |")


if __name__ == "__main__":
    asked = sys.argv[1:]
    main(int(asked[0]) if asked else 3000, int(asked[1]) if asked[1:] else 4000, asked[2] if asked[2:] else None)
