"""Scores calls on simulated series from stdin (class,series,period,numerator,denominator): ours and usual methods'.

python generate.py --each 200 --seed 1 | python score.py        # `score.py brief`: ours and least squares, no confusion
Periods are months as 2024-05. Any other generator that prints these columns and these nine classes will do.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from usual import INSTALL, METHODS, Drawn, Pelt

from inspector.stats.judgement import CALLS, Judgement, Observation
from inspector.stats.shapes import judge_all

FIVE = {
    "no-change": "no-change",
    "gradual": "gradual-gain",
    "small-steps": "gradual-gain",
    "jump": "sudden-gain",
    "fade": "faded-gain",
    "decline": "loss",
    "seasonal": "no-change",
    "regression-to-the-mean": "no-change",
    "small-number": "no-change",
}
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99, 1.0001)
Series = dict[int, list[tuple[str, Drawn]]]
Told = dict[int, list[tuple[str, Judgement]]]


def three(call: str) -> str:
    if call in ("gradual-gain", "sudden-gain", "gain"):
        return "improved"
    return "worse" if call == "loss" else "not"


def claim(call: str) -> str:
    return "gain" if call in ("gradual-gain", "sudden-gain") else call


def read() -> Series:
    """Series by length: class and observations."""
    found: Series = defaultdict(list)
    for (name, _), rows in groupby(csv.DictReader(sys.stdin), key=lambda r: (r["class"], r["series"])):
        drawn = []
        for row in rows:
            year, month = (int(part) for part in row["period"].split("-")[:2])
            numbers = float(row["numerator"]), float(row["denominator"])
            drawn.append(Observation(12 * year + month, None, *numbers, month))
        found[len(drawn)].append((name, tuple(drawn)))
    return found


def share(holds: list[bool]) -> float:
    return sum(holds) / max(1, len(holds))


def table(truths: list[str], calls: list[str]) -> list[float]:
    said = [three(call) for call in calls]
    meant = [three(FIVE[truth]) for truth in truths]
    improved = [s == "improved" for s in said]
    return [
        share([s == m for s, m in zip(said, meant, strict=True)]),
        share([c.replace("too-few-points", "no-change") == FIVE[t] for c, t in zip(calls, truths, strict=True)]),
        share([i for i, m in zip(improved, meant, strict=True) if m != "improved"]),
        share([i for i, t in zip(improved, truths, strict=True) if t == "regression-to-the-mean"]),
        share([i for i, t in zip(improved, truths, strict=True) if t == "fade"]),
        share([i for i, m in zip(improved, meant, strict=True) if m == "improved"]),
    ]


def accuracy(found: Series, told: Told, methods: Sequence[str]) -> None:
    """Ours and each method on the same series."""
    write = sys.stdout.write
    write("| points | method | three right | five right | false `improved` | bad spell | faded | power |\n")
    write("|---|---|---|---|---|---|---|---|\n")
    for n, series in sorted(found.items()):
        truths = [name for name, _ in series]
        calls = {"ours": [str(one.call) for _, one in told[n]]}
        calls |= {method: [make(drawn) for _, drawn in series] for method in methods for make in [METHODS[method]]}
        for method, said in calls.items():
            words = [f"{x:.3f}" for x in table(truths, said)]
            words[1] = words[1] if set(said) <= set(CALLS) else ""
            write(f"| {n} | {method} | " + " | ".join(words) + " |\n")


def confusion(told: Told) -> None:
    """What we call each class."""
    write = sys.stdout.write
    write("\n| points | class | " + " | ".join(CALLS) + " |\n|---|---|" + "---|" * len(CALLS) + "\n")
    for n, series in sorted(told.items()):
        for name in FIVE:
            calls = [one.call for truth, one in series if truth == name]
            write(f"| {n} | {name} | " + " | ".join(f"{share([c == k for c in calls]):.2f}" for k in CALLS) + " |\n")


def reliability(told: Told) -> None:
    """How often what is claimed with some probability is so: of a gain, that there is one of either kind."""
    pairs = [
        (one.probability, claim(one.likeliest) == claim(FIVE[truth]))
        for series in told.values()
        for truth, one in series
    ]
    sys.stdout.write("\n| probability | calls | mean | right |\n|---|---|---|---|\n")
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in pairs if low <= p < high]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            right = share([r for _, r in inside])
            sys.stdout.write(f"| {low:.2f} to {min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {right:.3f} |\n")


def main() -> None:
    brief = sys.argv[1:] == ["brief"]
    if Pelt is None and not brief:
        sys.stderr.write(INSTALL + "\n")
    found = read()
    told: Told = {}
    for n, series in found.items():
        judged = judge_all([(drawn, "up") for _, drawn in series])
        told[n] = [(name, one) for (name, _), one in zip(series, judged, strict=True)]
    accuracy(found, told, ("OLS",) if brief else tuple(METHODS))
    if not brief:
        confusion(told)
    reliability(told)


if __name__ == "__main__":
    main()
