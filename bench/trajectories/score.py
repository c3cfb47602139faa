"""Scores calls on simulated series from stdin (class,series,period,numerator,denominator): ours and usual methods'.

python generate.py --each 200 --seed 1 | python score.py
"""

import csv
import sys
import time
from collections import defaultdict
from itertools import groupby, pairwise
from math import sqrt

import numpy as np

from inspector.stats.judgement import CALLS, Observation
from inspector.stats.shapes import judge
from inspector.stats.xmr import chart, point_type

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
CRITICAL = {10: 2.228, 22: 2.074, 34: 2.032}
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)
Drawn = tuple[Observation, ...]


def three(call: str) -> str:
    if call in ("gradual-gain", "sudden-gain", "gain"):
        return "improved"
    return "worse" if call == "loss" else "not"


def shares(drawn: Drawn) -> np.ndarray:
    return np.array([(o.numerator or 0.0) / (o.denominator or 1.0) for o in drawn])


def sign(value: float, bound: float) -> str:
    return "gain" if value > bound else "loss" if value < -bound else "no-change"


def mann_kendall(drawn: Drawn) -> str:
    y = shares(drawn)
    n = len(y)
    s = float(np.sign(y[None, :] - y[:, None])[np.triu_indices(n, 1)].sum())
    ties = np.unique(y, return_counts=True)[1]
    spread = sqrt((n * (n - 1) * (2 * n + 5) - float((ties * (ties - 1) * (2 * ties + 5)).sum())) / 18)
    return sign((s - np.sign(s)) / spread if spread else 0.0, 1.96)


def ols(drawn: Drawn) -> str:
    y = shares(drawn)
    t = np.arange(len(y)) - (len(y) - 1) / 2
    slope = float(t @ y / (t @ t))
    error = sqrt(float(((y - y.mean() - slope * t) ** 2).sum()) / (len(y) - 2) / float(t @ t))
    return sign(slope / error if error else 0.0, CRITICAL[len(y) - 2])


def icon(drawn: Drawn) -> str:
    kind = point_type(chart([float(v) for v in shares(drawn)])[-1], "increase")
    return {"special_cause_improvement": "gain", "special_cause_concern": "loss"}.get(kind, "no-change")


def ours(drawn: Drawn) -> str:
    return judge(drawn, "up").call


METHODS = {"ours": ours, "XmR icon": icon, "Mann-Kendall": mann_kendall, "OLS": ols}


def read() -> dict[int, list[tuple[str, Drawn]]]:
    """Series by length: class and observations."""
    found: dict[int, list[tuple[str, Drawn]]] = defaultdict(list)
    for (name, _), rows in groupby(csv.DictReader(sys.stdin), key=lambda r: (r["class"], r["series"])):
        drawn = []
        for row in rows:
            year, month = (int(part) for part in row["period"].split("-"))
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


def main() -> None:
    write, found = sys.stdout.write, read()
    write("| points | method | three right | five right | false `improved` | bad spell | faded | power |\n")
    write("|---|---|---|---|---|---|---|---|\n")
    for n, series in sorted(found.items()):
        truths = [name for name, _ in series]
        for method, judge_one in METHODS.items():
            row = table(truths, [judge_one(drawn) for _, drawn in series])
            row_words = [f"{x:.3f}" for x in row]
            row_words[1] = row_words[1] if method == "ours" else ""
            write(f"| {n} | {method} | " + " | ".join(row_words) + " |\n")
    write("\n| points | class | " + " | ".join(CALLS) + " |\n|---|---|" + "---|" * len(CALLS) + "\n")
    for n, series in sorted(found.items()):
        for name in FIVE:
            calls = [ours(drawn) for truth, drawn in series if truth == name]
            write(f"| {n} | {name} | " + " | ".join(f"{share([c == k for c in calls]):.2f}" for k in CALLS) + " |\n")
    reliability(found)
    clock(found)


def reliability(found: dict[int, list[tuple[str, Drawn]]]) -> None:
    """How often calls made with some probability are right."""
    pairs = []
    for series in found.values():
        for truth, drawn in series:
            told = judge(drawn, "up")
            pairs.append((told.probability, told.likeliest == FIVE[truth]))
    sys.stdout.write("\n| probability | calls | mean | right |\n|---|---|---|---|\n")
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in pairs if low <= p < high]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            right = share([r for _, r in inside])
            sys.stdout.write(f"| {low:.2f} to {min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {right:.3f} |\n")


def clock(found: dict[int, list[tuple[str, Drawn]]]) -> None:
    """Milliseconds for one series, on stderr: they are the machine's, not the method's."""
    for n, series in sorted(found.items()):
        judge.cache_clear()
        spent = []
        for _, drawn in series[:100]:
            began = time.perf_counter()
            judge(drawn, "up")
            spent.append(time.perf_counter() - began)
        sys.stderr.write(f"{n} points: {1000 * float(np.median(spent)):.1f} ms\n")


if __name__ == "__main__":
    main()
