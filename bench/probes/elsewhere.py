"""Probes of long series, digits, days, teams and known texts, on data they were not written with: `elsewhere.py [RUNS]`."""

import sys
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import logs
import numpy as np

from inspector import probes
from inspector.bundle import read_bundle
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Participation
from inspector.stats.bank_holidays import is_working_day

FIRST, LAST = date(2022, 4, 1), date(2025, 3, 31)
EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"


def evidence(**parts):
    return Evidence(authority="Westshire", digest="0" * 64, period_start=FIRST, period_end=LAST, **parts)


def asks(probe, given):
    return any(trace.outcome in ("question", "strong-question") for trace in probes.load(probe).examine(given))


def measured(days, unit="contacts", better="up", **numbers):
    """One indicator: a figure for each (first, last) day, with lists of numbers."""
    figures = tuple(
        Figure(resource="f", row=k + 2, indicator="a", period_start=a, period_end=b,
               **{name: float(some[k]) for name, some in numbers.items()})
        for k, (a, b) in enumerate(days)
    )  # fmt: skip
    register = Indicator(resource="r", row=2, indicator="a", title="a", better=better, unit=unit)
    return evidence(figures=figures, indicators=(register,))


def each_day(many):
    return [(FIRST + timedelta(days=k),) * 2 for k in range(many)]


def months(many):
    first = [date(2022 + (3 + k) // 12, (3 + k) % 12 + 1, 1) for k in range(many + 1)]
    return [(a, b - timedelta(days=1)) for a, b in pairwise(first)]


def smooth(rng, dose):
    """A year of daily contacts, busier on Mondays, with spells; `dose` days are a moving mean of seven, rounded."""
    rate = rng.choice([6, 15, 40]) * np.exp(np.interp(np.arange(365), np.arange(0, 366, 45), rng.normal(0, 0.3, 9)))
    rate = rate * np.where(np.arange(365) % 7 > 4, rng.choice([1.0, 0.4]), 1.0)
    counts = rng.poisson(rate * rng.gamma(20, 1 / 20, 365) if rng.random() < 0.5 else rate)
    if dose:
        at = int(rng.integers(0, 365 - dose))
        mean = np.convolve(np.pad(counts, 10, mode="edge"), np.ones(21) / 21, mode="valid")
        counts[at : at + dose] = np.round(mean[at : at + dose])
    return measured(each_day(365), value=counts)


def whole(rng, dose):
    """Fifteen hundred small teams' shares; a part of them worked back from whole percentages."""
    size = rng.negative_binomial(4, 4 / 300, 1500) + 150
    top = rng.binomial(size, rng.beta(12, 6, 1500))
    for k in np.flatnonzero(rng.random(1500) < dose):
        top[k] = round(round(100 * top[k] / size[k]) * size[k] / 100)
    return measured(each_day(1500), numerator=top, denominator=size)


def digits(rng, dose):
    """Two hundred weekly counts; the last digits of a part of them are those that people like."""
    counts = 100 + rng.gamma(3, rng.choice([60, 200]), 200).astype(int)
    for k in np.flatnonzero(rng.random(200) < dose):
        counts[k] += rng.choice([0, 2, 3, 5, 5, 7, 7, 8]) - counts[k] % 10
    return measured(
        [(a, a + timedelta(days=6)) for a in (FIRST + timedelta(days=7 * k) for k in range(200))], value=counts
    )


def missing(rng, dose):
    """Days, working days, weeks, four weeks, months, quarters, a day a month, half-terms; a part left out."""
    kind, line = rng.integers(0, 8), []
    if kind < 2:
        line = [(a, b) for a, b in each_day(200) if kind or is_working_day(a)]
    elif kind < 4:
        step = (7, 28)[kind - 2]
        line = [(a, a + timedelta(days=step - 1)) for a in (FIRST + timedelta(days=step * k) for k in range(39))]
    elif kind < 7:
        line = months(36)
        line = [line, [(line[k][0], line[k + 2][1]) for k in range(0, 36, 3)], [(b, b) for _, b in line]][kind - 4]
    else:
        for year in (2022, 2023, 2024):
            for a, b in (
                ((9, 5), (10, 21)),
                ((11, 1), (12, 16)),
                ((1, 4), (2, 10)),
                ((2, 20), (3, 31)),
                ((4, 17), (5, 26)),
                ((6, 5), (7, 21)),
            ):
                line.append((date(year + (a[0] < 9), *a), date(year + (b[0] < 9), *b)))
    gone = set(rng.choice(np.arange(1, len(line) - 1), round(dose * len(line)), replace=False).tolist())
    line = [one for k, one in enumerate(line) if k not in gone]
    return measured(line, value=rng.poisson(30, len(line)))


def a_day(rng, off):
    """A day of the three years; on weekends and holidays with chance `off`, on any day alike where that is None."""
    want = None if off is None else rng.random() < off
    while True:
        day = FIRST + timedelta(days=int(rng.integers(0, 1096)))
        if want is None or is_working_day(day) != want:
            return day


def week(rng, dose):
    """A log of a service with a week of its own; a part of its tests is dated on any day alike."""
    own, many = rng.choice([0.0, 0.03, 0.08, 0.15]), int(rng.integers(60, 200))
    return evidence(log=tuple(
        LogEntry(resource="l", row=k + 2, id=f"t{k}", raised_on=FIRST, raised_by_role="worker", team="N", scale="one-case",
                 aim="a", started_on=a_day(rng, None if rng.random() < dose else own),
                 recorded_at=datetime.combine(a_day(rng, own / 2), datetime.min.time()))
        for k in range(many)
    ))  # fmt: skip


def ratchet(rng, dose):
    """Two or three years of shares with mixed risks; worse months are counted up to the one before, a part of them."""
    many = int(rng.integers(24, 37))
    size = rng.negative_binomial(30, 30 / rng.choice([60, 150]), many) + 5
    share = np.clip(np.interp(np.arange(many), [0, many // 3, many], rng.uniform(0.35, 0.7, 3)), 0, 1)
    top = rng.binomial(size, rng.beta(200 * share, 200 * (1 - share)))
    for k in range(1, many):
        need = int(np.ceil(top[k - 1] / size[k - 1] * size[k] - 1e-9))
        if top[k] < need and rng.random() < dose:
            top[k] = min(need, size[k])
    return measured(months(many), unit="share", numerator=top, denominator=size)


def teams(rng, dose):
    """Ideas of teams of different size by quarter; in a part of the quarters each team is given its usual number."""
    many, usual = int(rng.integers(4, 9)), rng.uniform(2, 9)
    rate = usual * rng.gamma(8, 1 / 8, many)
    rows = []
    for place, (a, _) in enumerate(months(36)[::3]):
        ideas = rng.poisson(rate * rng.gamma(30, 1 / 30))
        ideas = np.round(rate).astype(int) if rng.random() < dose else ideas
        end = months(36)[3 * place + 2][1]
        rows += [
            Participation(resource="p", row=2 + len(rows) + k, period_start=a, period_end=end, team=f"T{k}", role="worker",
                          headcount=20, contributors=5, ideas_raised=int(one))
            for k, one in enumerate(ideas)
        ]  # fmt: skip
    return evidence(participation=tuple(rows))


def known(rng, dose):
    """A log in the words of nobody's templates; or an example with words exchanged, rows dropped, days moved, figures scaled."""
    if not dose:
        texts = (logs.third if rng.random() < 0.5 else logs.held_out)(rng, 100)
        entry = {"resource": "l", "raised_by_role": "worker", "team": "N", "scale": "one-case", "raised_on": FIRST}
        return evidence(log=tuple(LogEntry(**entry, row=k + 2, id=f"t{k}", aim=text) for k, text in enumerate(texts)))
    given = read_bundle(EXAMPLES / str(rng.choice(["quiet-improver", "good-on-paper", "harrowmere"]))).evidence
    pool, days = (
        [word for entry in given.log for word in entry.aim.split()],
        timedelta(days=int(rng.integers(100, 900))),
    )
    kept = [entry for entry in given.log if rng.random() > dose]
    log = [entry.model_copy(update={"aim": _mixed(rng, entry.aim, pool, dose), "learned": None, "prediction": None,
                                    "raised_on": entry.raised_on + days, "tested_on": None}) for entry in kept]  # fmt: skip
    return evidence(log=tuple(log))


def _mixed(rng, text, pool, dose):
    return " ".join(str(rng.choice(pool)) if rng.random() < dose else word for word in text.split())


MEASURED = (
    ("too-smooth", smooth, (28, 56, 84), "{} of 365 days a moving mean of 21"),
    ("integer-percentages", whole, (0.04, 0.08), "{:.0%} of 1,500 shares from whole percentages"),
    ("last-digits", digits, (0.5, 1.0), "{:.0%} of 200 last digits those that people like"),
    ("selective-evidence", missing, (0.15, 0.3), "{:.0%} of periods left out, in eight rhythms"),
    ("days-off", week, (0.5, 1.0), "{:.0%} of 60 to 200 tests dated on any day alike"),
    ("ratchet", ratchet, (0.7, 1.0), "{:.0%} of worse months counted up to the last"),
    ("teams-alike", teams, (0.5, 1.0), "{:.0%} of quarters with each team's usual number"),
    ("known-text", known, (0.2, 0.4), "an example, {:.0%} of rows dropped and of words exchanged, aims alone"),
)


def main(runs, only):
    print("| probe | trace | asks if so | asks if honest |")
    print("|---|---|---|---|")
    for place, (probe, make, doses, words) in enumerate(MEASURED):
        if only and probe not in only:
            continue
        rng = np.random.default_rng(20_261_126 + place)
        honest = np.mean([asks(probe, make(rng, 0)) for _ in range(runs)])
        for dose in doses:
            power = np.mean([asks(probe, make(rng, dose)) for _ in range(max(20, runs // 4))])
            print(f"| {probe} | {words.format(dose)} | {power:.2f} | {honest:.3f} of {runs} |", flush=True)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(numbers[0] if numbers else 300, [one for one in sys.argv[1:] if not one.isdigit()])
