"""Every size, bound and e-value of the reference data against ours: how many cells, how many differ, and why.

    python bench/proof/sizes.py

Reads `data/audit-sampling` below the folder that `INSPECTOR_SHARED` names; its SOURCE.md says how each cell was made and where
the packages or the printed tables err. A float decides nowhere here: an answer is the same or it is told.
"""

import csv
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

from inspector.stats import attribute_rates as rates
from inspector.stats import attribute_sampling as sampling
from inspector.stats import graded_errors as graded
from inspector.stats import looking_after_every_row as every_row
from inspector.stats.tails import above_binomial, above_gamma

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("INSPECTOR_SHARED", ROOT.parent / "shared")) / "data" / "audit-sampling"
PRIORS = {"ppr_0.5_20": (Fraction(1, 2), 20), "ppr_1_1": (1, 1), "ppr_0.5_50": (Fraction(1, 2), 50), "ppr_1_9": (1, 9)}
Row = dict[str, str]
Compared = Iterator[tuple[str, object, object, Row]]


def rows(name: str) -> list[Row]:
    """The rows of one of the files."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(text: str) -> int | None:
    """A count, None for a blank."""
    return int(float(text)) if text else None


def planned(likelihood: str, of: str, expected: str, share: str, confidence: str) -> int | None:
    """Our size: `expected` from 1 is a number of wrong rows, below it a share of the rows looked at."""
    count = Fraction(expected) >= 1 or Fraction(expected) == 0
    if likelihood == "hypergeometric":
        limit = sampling.fewer_than(int(of), share)
        if count:
            return sampling.rows_fixed(int(of), limit, confidence, int(Fraction(expected)))
        return sampling.rows_fixed_at(int(of), limit, confidence, expected)
    one, other = {
        "binomial": (rates.rows_at_share, rates.rows_at_share_expecting),
        "poisson": (rates.units_at_share, rates.units_at_share_expecting),
    }[likelihood]
    return one(share, confidence, int(Fraction(expected))) if count else other(share, confidence, expected)


def aicpa() -> Compared:
    """The guide's tables: sizes, and upper bounds in per cent rounded up to a tenth."""
    for row in rows("aicpa.csv"):
        if row["quantity"] == "n":
            ours: object = planned(row["likelihood"], "", row["expected_rate"], row["tolerable"], row["confidence"])
            yield f"aicpa {row['table']}", ours, whole(row["exact"]), row
        else:
            up = rates.highest_share_up(int(row["n"]), int(row["k"]), row["confidence"], "0.001")
            yield f"aicpa {row['table']}", 100 * up, Fraction(row["exact"]), row


def plan() -> Compared:
    """Sizes of the packages' tables and of a grid."""
    for row in rows("plan.csv"):
        ours = planned(row["likelihood"], row["N"], row["expected"], row["materiality"], row["confidence"])
        yield f"plan {row['likelihood']}", ours, whole(row["n_exact"]), row


def evaluate() -> Compared:
    """Upper bounds, and the chance of what was found at the limit."""
    for row in rows("evaluate.csv"):
        n, k, theirs = int(row["n"]), int(row["k"]), float(row["exact_differs"] or row["upper_bound"])
        if row["likelihood"] == "hypergeometric":
            of = int(row["N"])
            ours = sampling.most_wrong(of, n, k, row["confidence"]) / of
        else:
            bound = rates.highest_share if row["likelihood"] == "binomial" else rates.highest_units
            ours = bound(n, k, row["confidence"])
        yield f"evaluate {row['likelihood']}", near(ours, theirs), theirs, row
        if row["p_value"]:
            found = chance(row, n, k)
            yield "evaluate p-value", near(found, float(row["p_value"])), float(row["p_value"]), row


def chance(row: Row, n: int, k: int) -> float:
    """The chance of at most `k` wrong at the limit."""
    share = row["materiality"]
    if row["likelihood"] == "hypergeometric":
        return float(sampling.chance(int(row["N"]), sampling.fewer_than(int(row["N"]), share), n, k))
    if row["likelihood"] == "binomial":
        return above_binomial(n - k, n, 1 - float(share))
    return above_gamma(n * float(share), k + 1)


def near(ours: float, theirs: float, digits: float = 1e-8) -> float:
    """The other's number where ours is the same to the digits printed."""
    return theirs if abs(ours - theirs) <= digits * max(1.0, abs(theirs)) else ours


def e_values() -> Compared:
    """e at the claim's edge and the least over all that would make the claim false."""
    for row in rows("e_values.csv"):
        of, k, n, x = (int(row[name]) for name in ("N", "k_null", "n", "wrong"))
        prior = (Fraction(row["prior_a"]), Fraction(row["prior_b"]))
        for name, ours in (
            ("e_at_k_null", every_row.e_value(of, k, n, x, prior)),
            ("e_claim", every_row.e_of_claim(of, k, n, x, prior)),
        ):
            theirs, mine = float(row[name]), float("inf") if ours is None else float(ours)
            same = mine == theirs or abs(mine - theirs) <= 1e-9 * abs(theirs)
            yield f"e-values {name}", theirs if same else mine, theirs, row


def stopping() -> Compared:
    """Rows needed when so many were wrong, for four priors, and the fixed plan beside them."""
    for row in rows("stopping.csv"):
        of, k, x = (int(row[name]) for name in ("N", "k_null", "wrong_found"))
        confidence = 1 - Fraction(row["alpha"])
        yield "stopping fixed plan", sampling.rows_fixed(of, k, confidence, x), whole(row["fixed_plan_n"]), row
        for name, (a, b) in PRIORS.items():
            ours = every_row.rows_needed(of, k, confidence, x, prior=(Fraction(a), Fraction(b)))
            yield f"stopping {name}", ours, whole(row[name]), row


def histories() -> Compared:
    """p-values after each row of twenty series: ours of two priors, and the graded test with whole errors."""
    series = {row["series_id"]: row for row in rows("sequential_series.csv")}
    drawn: dict[str, list[Row]] = {}
    for row in rows("sequential_history.csv"):
        drawn.setdefault(row["series_id"], []).append(row)
    for name, history in drawn.items():
        of, k = int(series[name]["N"]), int(series[name]["k_null"])
        stakes = graded.stakes(of, k, [Fraction(row["wrong"]) for row in history])
        for row, stake in zip(history, stakes, strict=True):
            for column in ("ppr_0.5_20", "ppr_1_1"):
                a, b = PRIORS[column]
                e = every_row.e_of_claim(of, k, int(row["draw"]), int(row["wrong_so_far"]), (Fraction(a), Fraction(b)))
                p = 0.0 if e is None else min(1.0, float(1 / e))
                yield f"history {column}", near(p, float(row[column])), float(row[column]), row
            p = min(1.0, 1 / stake) if stake else 1.0
            yield "history graded", near(p, float(row["alpha_shrink_d100"])), float(row["alpha_shrink_d100"]), row


def main() -> int:
    """Prints each sort of cell with how many differ, and those that do."""
    if not DATA.exists():
        print(f"no reference data in {DATA}: name its folder in INSPECTOR_SHARED", file=sys.stderr)
        return 2
    cells: Counter[str] = Counter()
    unlike: Counter[str] = Counter()
    sources: tuple[Callable[[], Compared], ...] = (aicpa, plan, evaluate, e_values, stopping, histories)
    for source in sources:
        for what, ours, theirs, row in source():
            cells[what] += 1
            if ours != theirs:
                unlike[what] += 1
                print(f"  {what}: ours {ours}, theirs {theirs}: {row}")
    print("| cells | compared | differ |\n|---|---|---|")
    for what, many in cells.items():
        print(f"| {what} | {many} | {unlike[what]} |")
    print(f"| all | {cells.total()} | {unlike.total()} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
