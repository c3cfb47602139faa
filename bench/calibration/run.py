"""How well a log foretold: does the honest forecaster score better than one who always hopes, and is nobody honest called off.

    python bench/calibration/run.py [LOGS] [SEED]

Each log has predictions with a true chance each; what came true is drawn from it. Every forecaster states chances of the very
same predictions. The least number was chosen with other sorts of work (all chances alike, Beta distributions) and other seeds.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import exp
from random import Random

from inspector.evidence.calibrated import LEAST, calibrated
from inspector.evidence.held import held
from inspector.model.evidence import Evidence, LogEntry

START, END = date(2023, 1, 1), date(2025, 12, 31)
Work = Callable[[Random], float]
WORKS: dict[str, Work] = {
    "mostly uncertain (logistic normal)": lambda r: 1 / (1 + exp(-r.gauss(0.0, 1.3))),
    "a little hopeful (triangle, top at 60)": lambda r: r.triangular(0.05, 0.95, 0.6),
    "easy, open and hard thirds": lambda r: r.choice((0.15, 0.5, 0.85)),
    "mostly likely (logistic normal, middle at 70)": lambda r: 1 / (1 + exp(-r.gauss(0.85, 1.0))),
}
Forecaster = Callable[[float, Random], float]
FORECASTERS: dict[str, Forecaster] = {
    "honest, in tens": lambda p, _: 10 * round(10 * p),
    "honest, in quarters": lambda p, _: 25 * round(4 * p),
    "honest, unsure by 10": lambda p, r: min(100, max(0, 10 * round(10 * (p + r.gauss(0, 0.1))))),
    "always hopes: 90": lambda _, __: 90,
    "always certain: 100": lambda _, __: 100,
    "always hopes: 80": lambda _, __: 80,
    "hopes 25 more than is so": lambda p, _: min(100, 10 * round(10 * p) + 25),
    "always 50": lambda _, __: 50,
}
HONEST = "honest, in tens"


def log(chances: list[float], came: list[bool], by: Forecaster, draw: Random) -> tuple[LogEntry, ...]:
    """A log of tests, one every few days, with what one forecaster states."""
    step = (END - START).days / (len(chances) + 1)
    return tuple(
        LogEntry(
            resource="improvement-log.csv",
            row=n + 2,
            id=f"t{n}",
            raised_on=START,
            raised_by_role="worker",
            team="East",
            scale="one-case",
            aim="Try it",
            prediction="It will work",
            started_on=START + timedelta(days=int(n * step)),
            studied_on=START + timedelta(days=int(n * step) + 40),
            chance=float(by(p, draw)),
            came_true=true,
        )
        for n, (p, true) in enumerate(zip(chances, came, strict=True))
    )


def evidence(entries: tuple[LogEntry, ...], **more: object) -> Evidence:
    """Nothing but a log."""
    known = {"authority": "A", "period_start": START, "period_end": END, "digest": "0" * 64, "log": entries}
    return Evidence(**{**known, **more})


def drawn(work: Work, count: int, draw: Random) -> tuple[list[float], list[bool]]:
    """True chances of that many predictions, and what came true."""
    chances = [work(draw) for _ in range(count)]
    return chances, [draw.random() < p for p in chances]


def scores(work: Work, sizes: tuple[int, int], logs: int, seed: str) -> Iterator[dict[str, tuple[float, str]]]:
    """Of each log the score and the word of every forecaster."""
    for number in range(logs):
        draw = Random(f"{seed} {number}")
        chances, came = drawn(work, draw.randint(*sizes), draw)
        found = {name: calibrated(evidence(log(chances, came, by, draw))) for name, by in FORECASTERS.items()}
        yield {name: (one.brier or 0.0, one.state) for name, one in found.items() if one is not None}


def committed(logs: int, seed: str) -> tuple[int, int, int]:
    """Predictions of which a submission held the chance; those that count; those that a liar wrote once he knew."""
    stated = counted = liar = 0
    for number in range(logs):
        draw = Random(f"{seed} held {number}")
        chances, came = drawn(WORKS["easy, open and hard thirds"], 60, draw)
        now = log(chances, came, FORECASTERS[HONEST], draw)
        months = [date(2023 + n // 12, n % 12 + 1, 28) for n in range(36)]

        def of(day: date, now: tuple[LogEntry, ...] = now) -> Evidence:
            some = (one for one in now if one.started_on and one.started_on <= day)
            return evidence(
                tuple(
                    one.model_copy(update={"studied_on": None, "came_true": None})
                    if one.studied_on and one.studied_on > day
                    else one
                    for one in some
                )
            )

        history = tuple(held(of(day), "s").model_copy(update={"received_on": day}) for day in months)
        honest = calibrated(evidence(now, history=history))
        sure = tuple(one.model_copy(update={"chance": 100.0 * bool(one.came_true)}) for one in now)
        lies = calibrated(evidence(sure, history=history))
        assert honest is not None
        assert lies is not None
        stated, counted, liar = stated + honest.stated, counted + honest.counted, liar + lies.counted
    return stated, counted, liar


def main(logs: int, seed: str) -> None:
    """Print how often the honest one scores better than each other, and what each is called."""
    many, few = ("three years of 60 to 140 predictions", (60, 140)), (f"{LEAST} predictions, the least", (LEAST, LEAST))
    for title, sizes in (many, few):
        print(f"\n{title}, {logs} logs of each sort of work\n")
        print("| work | " + " | ".join(name for name in FORECASTERS if name != HONEST) + " |")
        print("|---" * len(FORECASTERS) + "|")
        words: dict[str, Counter[str]] = {name: Counter() for name in FORECASTERS}
        for work, chance in WORKS.items():
            better: Counter[str] = Counter()
            for one in scores(chance, sizes, logs, f"{seed} {work} {sizes}"):
                for name, (score, word) in one.items():
                    better[name] += one[HONEST][0] < score
                    words[name][word] += 1
            told = (f"{100 * better[name] / logs:.1f} %" for name in FORECASTERS if name != HONEST)
            print(f"| {work} | {' | '.join(told)} |")
        print()
        for name, found in words.items():
            every = sum(found.values())
            print(f"{name}: " + ", ".join(f"{word} {100 * many / every:.1f} %" for word, many in sorted(found.items())))
    stated, counted, liar = committed(max(1, logs // 50), seed)
    print(
        f"\nwith monthly submissions: {counted} of {stated} count of an honest log; of one rewritten to what came, {liar}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, sys.argv[2] if len(sys.argv) > 2 else "report")
