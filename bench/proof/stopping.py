"""How often a false claim is confirmed when one may stop at will, and how many rows it takes to confirm a true one.

    python bench/proof/stopping.py [AUDITS] [SEED]

Simulated audits with an own generator of random numbers: rows are drawn one after another without putting back, and the claim is
looked at after every one. What is counted is in README.md.
"""

import math
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction

import numpy as np

from inspector.stats import attribute_sampling as sampling
from inspector.stats import graded_errors as graded
from inspector.stats import looking_after_every_row as every_row

SIZES, SHARES, CONFIDENCE = (50, 120, 500), ("0.05", "0.1", "0.2", "0.3"), Fraction(19, 20)
Confirms = Callable[[int, int], bool]
"""Whether the claim is confirmed with so many rows looked at and so many of them wrong."""


def settings() -> Iterator[tuple[int, str, int]]:
    """(rows, share, least number wrong at which "fewer than that share are wrong" is false) for each of the twelve."""
    for of in SIZES:
        for share in SHARES:
            yield of, share, sampling.fewer_than(of, share)


def table(of: int, k: int, confirms: Confirms) -> np.ndarray:
    """Confirmed or not by rows looked at (down, from 1) and rows wrong (across)."""
    found = np.zeros((of, of + 1), bool)
    for n in range(1, of + 1):
        for x in range(min(n + 1, k)):
            found[n - 1, x] = confirms(n, x)
    return found


def stops(draw: np.random.Generator, of: int, wrong: int, confirmed: np.ndarray, audits: int) -> np.ndarray:
    """The row at which each audit confirms, 0 where none does."""
    rows = np.zeros(of, int)
    rows[:wrong] = 1
    at = np.empty(audits, int)
    for audit in range(audits):
        found = confirmed[np.arange(of), np.cumsum(draw.permutation(rows))]
        at[audit] = int(found.argmax()) + 1 if found.any() else 0
    return at


def by_row(of: int, wrong: int, confirmed: np.ndarray) -> np.ndarray:
    """The chance of having confirmed by each row, exactly: all numbers wrong are gone through row by row."""
    open_still, ever = np.zeros(of + 1), np.zeros(of)
    open_still[0] = 1.0
    x = np.arange(of + 1)
    for n in range(1, of + 1):
        next_wrong = np.clip((wrong - x) / (of - n + 1), 0.0, 1.0)
        goes = open_still * next_wrong
        open_still = open_still - goes + np.concatenate(([0.0], goes[:-1]))
        ever[n - 1] = open_still[confirmed[n - 1]].sum()
        open_still[confirmed[n - 1]] = 0.0
    return np.cumsum(ever)


def exactly(of: int, wrong: int, confirmed: np.ndarray) -> float:
    """The chance of ever confirming."""
    return float(by_row(of, wrong, confirmed)[-1])


def at_every_row(of: int, k: int, prior: every_row.Prior = every_row.PRIOR) -> Confirms:
    """The test that claims are held to."""
    return lambda n, x: every_row.confirmed(of, k, n, x, CONFIDENCE, prior)


def fixed_again_and_again(of: int, k: int) -> Confirms:
    """The negative control: the bound for one look, looked at after every row."""
    return lambda n, x: sampling.chance(of, k, n, x) <= 1 - CONFIDENCE


def at_edge_alone(of: int, k: int) -> Confirms:
    """Another control: e(k) alone, without the numbers above k."""

    def confirms(n: int, x: int) -> bool:
        e = every_row.e_value(of, k, n, x)
        return e is None or e >= 1 / (1 - CONFIDENCE)

    return confirms


def graded_audits(draw: np.random.Generator, of: int, k: int, audits: int) -> float:
    """How often the graded test confirms though errors of a half and of one weigh `k` in all, whole and halves mixed."""
    halves = k // 2 * 2
    weights = [Fraction(1, 2)] * halves + [Fraction(1)] * (k - halves // 2)
    rows = np.array(weights + [Fraction(0)] * (of - len(weights)), dtype=object)
    ever = sum(graded.confirmed(of, k, list(draw.permutation(rows)), CONFIDENCE) for _ in range(audits))
    return ever / audits


def false_confirmation(draw: np.random.Generator, audits: int) -> None:
    """Table one: as many wrong as make the claim just false."""
    print(
        f"Falsely confirmed, {audits:,} audits each, as many wrong as make the claim just false (± twice the binomial error):"
    )
    print("| rows | fewer than | wrong | after every row | exactly | bound for one look, again and again | exactly |")
    print("|---|---|---|---|---|---|---|")
    for of, share, k in settings():
        cells = []
        for confirms in (at_every_row(of, k), fixed_again_and_again(of, k)):
            confirmed = table(of, k, confirms)
            found = float((stops(draw, of, k, confirmed, audits) > 0).mean())
            error = 2 * math.sqrt(found * (1 - found) / audits)
            cells += [f"{100 * found:.1f} ± {100 * error:.1f} %", f"{100 * exactly(of, k, confirmed):.2f} %"]
        print(f"| {of} | {share} | {k} | {' | '.join(cells)} |", flush=True)
    print("\nTwo more controls: e(k) alone where twice as many are wrong; errors of a half and of one that weigh k.")
    for of, share, k in settings():
        if of == 120:
            edge = np.zeros((of, of + 1), bool)
            alone = at_edge_alone(of, k)
            for n in range(1, of + 1):
                edge[n - 1, : n + 1] = [alone(n, x) for x in range(n + 1)]
            graded_share = graded_audits(draw, of, k, audits)
            print(
                f"| {of} | {share} | {k} | {100 * exactly(of, 2 * k, edge):.1f} % | {100 * graded_share:.1f} % |",
                flush=True,
            )


def false_refutation() -> None:
    """Table of claims that are just true: how often they are ever refuted, exactly."""
    print("\nEver refuted, exactly, with one fewer wrong than the claim forbids:")
    print("| rows | fewer than | wrong | refuted |\n|---|---|---|---|")
    for of, share, k in settings():
        refuted = table(of, k, lambda n, x, of=of, k=k: every_row.bounds(of, n, x, CONFIDENCE)[0] >= k)
        print(f"| {of} | {share} | {k - 1} | {100 * exactly(of, k - 1, refuted):.2f} % |", flush=True)


def rows_needed() -> None:
    """Table two: what a true claim takes, against the plan of fixed size; two priors. Nothing here is simulated."""
    print("\nRows to confirm a true claim, N = 500: the prior of the claims, and one with b = max(20, 2 N / k):")
    print(
        "| fewer than | k | fixed plan | none wrong | one | two | k / 4 wrong: half, nine in ten | k / 2: half, nine in ten | b |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    of = 500
    for share in ("0.01", "0.02", *SHARES):
        k = sampling.fewer_than(of, share)
        fixed = sampling.rows_fixed(of, k, CONFIDENCE)
        for prior in dict.fromkeys((every_row.PRIOR, every_row.prior_for(of, k))):
            needed = [every_row.rows_needed(of, k, CONFIDENCE, x, prior=prior) for x in range(3)]
            cells = [share, k, fixed, f"{needed[0]} ({needed[0] / fixed:.2f} x)", *needed[1:]]
            confirmed = table(of, k, at_every_row(of, k, prior))
            for part in (4, 2):
                done = by_row(of, k // part, confirmed)
                cells.append(", ".join(str(int(np.searchsorted(done, share - 1e-9)) + 1) for share in (0.5, 0.9)))
            print("| " + " | ".join(str(cell) for cell in cells) + f" | {float(prior[1]):g} |", flush=True)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    generator = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 16)
    false_confirmation(generator, many)
    false_refutation()
    rows_needed()
