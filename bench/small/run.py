"""Prints the tables of README.md: `run.py 200` draws 200 series of each; `run.py 200 7` with another seed."""

import sys
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
from generate import GAINS, Random, events, running, shares
from peers import logistic, poisson, straight_line

from inspector.evidence.series import add_months, all_series
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import judge_all

CALLED = ("gradual-gain", "sudden-gain")
write = sys.stdout.write


def called(made: Iterable[Judgement]) -> float:
    return float(np.mean([one.call in CALLED for one in made]))


def proportions(each: int, seed: int) -> None:
    write("\n| points | cases a month | gain | called | logistic regression | by shape |\n|---|---|---|---|---|---|\n")
    for n, cases, gain in ((24, 12, 0.16), (36, 12, 0.16), (36, 5, 0.4), (36, 20, 0.16), (60, 12, 0.16), (60, 5, 0.3)):
        ours, peer = [], []
        for kind in GAINS:
            random = np.random.default_rng([seed, n, cases, GAINS.index(kind)])
            drawn = [shares(kind, n, cases, gain, random) for _ in range(each)]
            ours.append(called(judge_all([(observed(x, of), "up") for x, of in drawn])))
            peer.append(float(np.mean([logistic(x, of) for x, of in drawn])))
        parts = ", ".join(f"{kind} {share:.2f}" for kind, share in zip(GAINS, ours, strict=True))
        write(f"| {n} | {cases} | {100 * gain:.0f} points | {np.mean(ours):.3f} | {np.mean(peer):.3f} | {parts} |\n")
    write("\n| points | cases a month | other noise | falsely called | logistic regression |\n|---|---|---|---|---|\n")
    for n in (12, 24, 36, 60):
        for cases, beyond in ((4, 0.0), (12, 0.0), (12, 0.3), (20, 0.0), (35, 0.0)):
            random = np.random.default_rng([seed, n, cases, 9])
            drawn = [shares("none", n, cases, 0.0, random, beyond) for _ in range(4 * each)]
            ours_ = called(judge_all([(observed(x, of), "up") for x, of in drawn]))
            other = float(np.mean([logistic(x, of) for x, of in drawn]))
            write(f"| {n} | {cases} | {beyond} | {ours_:.3f} | {other:.3f} |\n")


def observed(x: np.ndarray, of: np.ndarray) -> tuple[Observation, ...]:
    both = enumerate(zip(x.tolist(), of.tolist(), strict=True))
    return tuple(Observation(k, None, a, b, (k + 3) % 12 + 1) for k, (a, b) in both)


def rare(each: int, seed: int) -> None:
    write("\n| points | events a month | left | called | Poisson regression | too few |\n|---|---|---|---|---|---|\n")
    for n in (24, 36, 60):
        for mean in (0.3, 0.7, 1.3):
            for left in (1.0, 0.33, 0.5):
                random = np.random.default_rng([seed, n, round(10 * mean), round(10 * left)])
                kinds = ("none",) if left == 1.0 else GAINS
                drawn = [events(kind, n, mean, left, random) for kind in kinds for _ in range(each * 4 // len(kinds))]
                series = [tuple(Observation(k, None, x, None, k % 12 + 1) for k, x in enumerate(one)) for one in drawn]
                made = judge_all([(one, "down") for one in series])
                few = float(np.mean([one.call == "too-few-points" for one in made]))
                other = float(np.mean([poisson(one) for one in drawn]))
                write(f"| {n} | {mean} | {left} | {called(made):.3f} | {other:.3f} | {few:.2f} |\n")


def figures(amounts: list[tuple[float, float]]) -> Evidence:
    first = date(2018, 4, 1)
    made = [
        Figure(
            resource="figures", row=k + 2, indicator="a", period_start=add_months(first, k),
            period_end=add_months(first, k + 1) - timedelta(days=1),
            value=None if of else x, numerator=x if of else None, denominator=of or None,
        )
        for k, (x, of) in enumerate(amounts)
    ]  # fmt: skip
    register = Indicator(resource="register", row=2, indicator="a", title="Visits", better="up")
    days = {"period_start": first, "period_end": date(2030, 1, 1)}
    return Evidence(authority="-", digest="0" * 64, **days, figures=tuple(made), indicators=(register,))


def run_on(each: int, seed: int) -> None:
    write(
        "\n| points | figures | months each | falsely called | taken for single months | straight line | true jump called |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    for n in (24, 36, 60):
        for plain in (False, True):
            for window in (1, 3, 12):
                random: Random = np.random.default_rng([seed, n, window, plain])
                drawn = [running(n, window, random, plain=plain) for _ in range(each)]
                made = [all_series(figures(one))[0] for one in drawn]
                alone = float(np.mean([one.made.basis == "as-submitted" for one in made]))
                line = float(np.mean([straight_line(np.array([x / (of or 1) for x, of in one])) for one in drawn]))
                moved = [all_series(figures(running(n, window, random, 0.25, plain)))[0] for _ in range(each)]
                found, true = called(one.judgement() for one in made), called(one.judgement() for one in moved)
                kind = "plain values" if plain else "counts out of"
                write(f"| {n} | {kind} | {window} | {found:.3f} | {alone:.2f} | {line:.3f} | {true:.2f} |\n")


def weekly(each: int, seed: int) -> None:
    write("\n| weeks | cases a week | called | only the latest 120 weeks | falsely called |\n|---|---|---|---|---|\n")
    for n in (156, 260):
        for cases in (5, 20):
            rates = []
            for kind in (*GAINS, "none"):
                random = np.random.default_rng([seed, n, cases, len(kind)])
                drawn = [shares(kind, n, cases, 0.12 * (kind != "none"), random) for _ in range(each)]
                joined = called(all_series(weeks(x, of))[0].judgement() for x, of in drawn)
                latest = called(judge_all([(observed(x, of), "up") for x, of in drawn]))
                rates.append((joined, latest))
            ours, last = (float(np.mean([rate[k] for rate in rates[:-1]])) for k in (0, 1))
            write(f"| {n} | {cases} | {ours:.3f} | {last:.3f} | {rates[-1][0]:.3f} |\n")


def weeks(x: np.ndarray, of: np.ndarray) -> Evidence:
    first = date(2019, 4, 1)
    made = [
        Figure(
            resource="figures", row=k + 2, indicator="a", numerator=a, denominator=b,
            period_start=first + timedelta(days=7 * k), period_end=first + timedelta(days=7 * k + 6),
        )
        for k, (a, b) in enumerate(zip(x.tolist(), of.tolist(), strict=True))
    ]  # fmt: skip
    register = Indicator(resource="register", row=2, indicator="a", title="Visits", better="up")
    days = {"period_start": first, "period_end": date(2030, 1, 1)}
    return Evidence(authority="-", digest="0" * 64, **days, figures=tuple(made), indicators=(register,))


def main() -> int:
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 4711
    for title, table in (
        ("Few cases", proportions),
        ("Rare events", rare),
        ("Figures that run on", run_on),
        ("Weeks", weekly),
    ):
        write(f"\n## {title}\n")
        sys.stdout.flush()
        table(each, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
