"""Calls on published figures: A&E within four hours, children's services by authority, and the next judgement.

python bench/trajectories/real_data.py FOLDER   prints tables and writes docs/trajectories/*.svg

FOLDER holds nhs-ae-monthly/ae_attendances.csv, lait-csc/{values,indicators}.csv and ofsted-ilacs/inspection_history.csv
(sources: docs/trajectories-on-real-data.md). Neither providers nor authorities are named in what comes out.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from svg import bars, lines, means

from inspector.stats.judgement import CALLS, Judgement, Observation
from inspector.stats.shapes import judge

DOCS = Path(__file__).resolve().parents[2] / "docs" / "trajectories"
GRADES = {1: "Outstanding", 2: "Good", 3: "Requires improvement", 4: "Inadequate"}
WANTED = (
    "nhs-ae-monthly/ae_attendances.csv",
    "lait-csc/values.csv",
    "lait-csc/indicators.csv",
    "ofsted-ilacs/inspection_history.csv",
)
DRAWS = 2000
ENOUGH_INDICATORS = 10
Array = NDArray[np.float64]
Yearly = dict[tuple[str, str], dict[int, float]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as lines_of:
        yield from csv.DictReader(lines_of)


def shares(calls: list[str]) -> dict[str, float]:
    counted = Counter(calls)
    return {call: counted[call] / max(1, len(calls)) for call in CALLS}


def tell(name: str, told: list[Judgement]) -> None:
    part = shares([one.call for one in told])
    unsure = sum(one.probability < 0.8 for one in told) / max(1, len(told))
    words = " | ".join(f"{part[call]:.2f}" for call in CALLS)
    sys.stdout.write(f"| {name} | {len(told)} | {words} | {unsure:.2f} |\n")


def heading() -> None:
    sys.stdout.write("\n| series | number | " + " | ".join(CALLS) + " | less than 0.8 sure |\n")
    sys.stdout.write("|---|---|" + "---|" * (len(CALLS) + 1) + "\n")


def emergency(folder: Path) -> list[tuple[str, dict[str, float]]]:
    """Share seen within four hours by provider and type of department; series of 12 months and more with a breach."""
    found: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in rows(folder / "nhs-ae-monthly" / "ae_attendances.csv"):
        year, month = int(row["period"][:4]), int(row["period"][5:7])
        seen, late = float(row["attendances"]), float(row["breaches"])
        if seen > 0:
            found[row["type"], row["org_code"]].append(
                Observation(12 * year + month, None, max(0.0, seen - late), seen, month)
            )
    groups, drawn = [], []
    heading()
    for kind, name in (("1", "A&E, type 1"), ("2", "A&E, type 2"), ("other", "A&E, other")):
        chosen = [tuple(s) for (k, _), s in sorted(found.items()) if k == kind and len(s) >= 12 and _moves(s)]
        told = [judge(one, "up") for one in chosen]
        tell(name, told)
        groups.append((f"{name} ({len(told)})", shares([one.call for one in told])))
        drawn += list(zip(chosen, told, strict=True)) if kind == "1" else []
    (DOCS / "emergency-examples.svg").write_text(lines("Calls on A&E series", list(_examples(drawn))), encoding="utf-8")
    return groups


def _moves(series: list[Observation]) -> bool:
    return any(one.numerator != one.denominator for one in series)


def _examples(drawn: list[tuple[tuple[Observation, ...], Judgement]]) -> Iterator[tuple[str, list[float], int | None]]:
    """Of each call the series of the middle probability, so that nobody picks."""
    for call in CALLS:
        alike = sorted((pair for pair in drawn if pair[1].call == call), key=lambda pair: pair[1].probability)
        if alike:
            series, told = alike[len(alike) // 2]
            ordered = sorted(series, key=lambda one: one.period)
            onset = next((i for i, one in enumerate(ordered) if one.period == told.onset), None)
            values = [(one.numerator or 0.0) / (one.denominator or 1.0) for one in ordered]
            yield f"{call}, {told.probability:.2f}", values, onset


def authorities(folder: Path) -> tuple[Yearly, dict[str, str]]:
    """Yearly figures of every indicator with a stated direction, by indicator and authority; and the directions."""
    better = {
        row["indicator"]: "up" if row["polarity"] == "higher_is_better" else "down"
        for row in rows(folder / "lait-csc" / "indicators.csv")
        if row["polarity"] in ("higher_is_better", "lower_is_better")
    }
    found: Yearly = defaultdict(dict)
    for row in rows(folder / "lait-csc" / "values.csv"):
        if row["area_level"] == "Local authority" and row["indicator"] in better and row["value"]:
            found[row["indicator"], row["la_number"]][int(row["year_start"])] = float(row["value"])
    return found, better


def told_before(found: Yearly, better: dict[str, str], year: int) -> dict[tuple[str, str], Judgement]:
    """Judgements on the figures of years that had begun, and so mostly ended, before `year`; six points and more."""
    told = {}
    for (indicator, authority), by_year in sorted(found.items()):
        known = tuple(Observation(y, value=v) for y, v in sorted(by_year.items()) if y < year)
        if len(known) >= 6:
            told[indicator, authority] = judge(known, better[indicator])  # type: ignore[arg-type]
    return told


def balance(told: Judgement) -> float:
    """How much likelier a lasting gain is than a loss."""
    by = dict(told.probabilities)
    return by["gradual-gain"] + by["sudden-gain"] - by["gradual-loss"] - by["sudden-loss"]


def inspections(folder: Path, found: Yearly, better: dict[str, str]) -> list[tuple[str, int, int, float]]:
    """Authority, grade, grade before (0 if none) and mean balance less that of all authorities at the time."""
    by_year: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    last: dict[str, int] = {}
    for row in sorted(rows(folder / "ofsted-ilacs" / "inspection_history.csv"), key=lambda r: r["inspection_date"]):
        authority, grade = row["la_number"], int(row["overall_grade"])
        by_year[int(row["inspection_date"][:4])].append((authority, grade, last.get(authority, 0)))
        last[authority] = grade
    result = []
    for year, held in sorted(by_year.items()):
        each: dict[str, list[float]] = defaultdict(list)
        for (_, authority), told in told_before(found, better, year).items():
            each[authority].append(balance(told))
        mean = {a: float(np.mean(v)) for a, v in each.items() if len(v) >= ENOUGH_INDICATORS}
        usual = float(np.mean(list(mean.values()))) if mean else 0.0
        result += [(a, grade, before, mean[a] - usual) for a, grade, before in held if a in mean]
    return result


def ranks(values: Array) -> Array:
    """Ranks from 0, ties sharing the mean."""
    less = (values[:, None] > values[None, :]).sum(axis=1)
    same = (values[:, None] == values[None, :]).sum(axis=1)
    shared: Array = less + (same - 1) / 2
    return shared


def spearman(a: Array, b: Array) -> float:
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def spread(pairs: list[tuple[str, float, float]]) -> tuple[float, float, float]:
    """Spearman's rho with a 95% interval by drawing whole authorities anew."""
    random = np.random.default_rng(1)
    by: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for authority, a, b in pairs:
        by[authority].append((a, b))
    names, drawn = sorted(by), []
    for _ in range(DRAWS):
        again = [pair for i in random.integers(0, len(names), len(names)) for pair in by[names[i]]]
        drawn.append(spearman(*(np.array(side) for side in zip(*again, strict=True))))
    rho = spearman(np.array([p[1] for p in pairs]), np.array([p[2] for p in pairs]))
    return rho, float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


def middle(values: list[float]) -> tuple[float, float, float]:
    """The mean with a 95% interval by drawing anew."""
    random, array = np.random.default_rng(1), np.array(values)
    drawn = array[random.integers(0, len(array), (DRAWS, len(array)))].mean(axis=1)
    return float(array.mean()), float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


def judgements(folder: Path, found: Yearly, better: dict[str, str]) -> None:
    """How the calls before an inspection go with what it judged."""
    held = inspections(folder, found, better)
    rho = spread([(a, -float(grade), x) for a, grade, _, x in held])
    moved = [(a, float(before - grade), x) for a, grade, before, x in held if before]
    change = spread(moved)
    write = sys.stdout.write
    write(f"\n{len(held)} inspections of {len({h[0] for h in held})} authorities, {len(moved)} with one before\n")
    write(f"rho with the judgement {rho[0]:+.2f} ({rho[1]:+.2f} to {rho[2]:+.2f})\n")
    write(f"rho with the change since the last {change[0]:+.2f} ({change[1]:+.2f} to {change[2]:+.2f})\n\n")
    groups = [(f"judged {word}", [x for _, g, _, x in held if g == grade]) for grade, word in GRADES.items()]
    for word, holds in (("better than before", 1), ("as before", 0), ("worse than before", -1)):
        groups.append((word, [x for _, up, x in moved if np.sign(up) == holds]))
    shown = [(f"{name} ({len(v)})", *middle(v)) for name, v in groups if len(v) > 1]
    for name, mean, low, high in shown:
        write(f"| {name} | {mean:+.3f} | {low:+.3f} to {high:+.3f} |\n")
    axis = "gains less losses in the figures before, against all authorities then"
    (DOCS / "next-judgement.svg").write_text(means("Calls and the next judgement", axis, shown), encoding="utf-8")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else Path("nowhere")
    lacking = [name for name in WANTED if not (folder / name).is_file()]
    if lacking:
        sys.stderr.write(f"{__doc__}\nNot there: {', '.join(lacking)}\n")
        return 2
    DOCS.mkdir(parents=True, exist_ok=True)
    groups = emergency(folder)
    found, better = authorities(folder)
    told = told_before(found, better, 9999)
    lengths: dict[int, list[Judgement]] = defaultdict(list)
    for one in told.values():
        lengths[one.points].append(one)
    heading()
    for points, some in sorted(lengths.items()):
        tell(f"authorities, {points} years", some)
        groups.append((f"authorities, {points} years ({len(some)})", shares([one.call for one in some])))
    tell("authorities, all", list(told.values()))
    (DOCS / "calls.svg").write_text(bars("How often each call is made", groups), encoding="utf-8")
    judgements(folder, found, better)
    return 0


if __name__ == "__main__":
    sys.exit(main())
