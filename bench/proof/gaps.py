"""How often a false claim is confirmed by inspectors who choose which of the drawn rows to record, and when to stop.

    python bench/proof/gaps.py [AUDITS] [SEED]

The claim is just false: as many rows are wrong as may not be, all in one team of four. Every inspector is given all rows in the
order drawn. He records them one by one as is his habit, looks at the claim after each, and stops once it is confirmed. The rule
counts the rows recorded before the first gap in the order drawn; the control counts all that are recorded.
"""

import math
import sys
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from inspector.model.visits import Claim
from inspector.proof.claims import counted, proved

SETTINGS = ((120, 12), (120, 24), (500, 50))
TEAMS = 4


class Drawn(NamedTuple):
    """Rows in the order drawn, those that are wrong, and how many rows a team has."""

    order: list[int]
    wrong: set[int]
    size: int


def in_turn(rows: Drawn) -> list[int]:
    """As they were drawn."""
    return rows.order


def by_team(rows: Drawn) -> list[int]:
    """Team by team, the one whose rows are made up last."""
    return sorted(rows.order, key=lambda row: -(row // rows.size))


def good_first(rows: Drawn) -> list[int]:
    """All that look good first, the others when there is nothing else."""
    return sorted(rows.order, key=lambda row: row in rows.wrong)


def shuns(rows: Drawn) -> list[int]:
    """Never a row that is wrong."""
    return [row for row in rows.order if row not in rows.wrong]


HABITS = (in_turn, by_team, good_first, shuns)


def judge(of: int, k: int) -> Callable[[int, int], bool]:
    """Whether the claim is confirmed by so many rows, so many of them wrong."""
    claim = Claim(
        id="c",
        evidence="log",
        unit="row",
        of=of,
        fewer_than=k,
        how="exact",
        confidence=0.95,
        sample=1,
        fixed=1,
        minutes=1,
        says="",
    )

    @cache
    def confirmed(looked: int, wrong: int) -> bool:
        return proved(claim, looked, wrong).state == "confirmed"

    return confirmed


def audit(rows: Drawn, recorded: list[int], confirmed: Callable[[int, int], bool]) -> tuple[bool, bool]:
    """Whether the rule, and the control, ever confirmed."""
    keys, said = [str(row) for row in rows.order], {}
    rule = control = False
    for row in recorded:
        said[str(row)] = row in rows.wrong
        rule = rule or confirmed(*counted(keys, said))
        control = control or confirmed(len(said), sum(said.values()))
        if rule and control:
            break
    return rule, control


def run(of: int, k: int, audits: int, chance: np.random.Generator) -> None:
    """The rows of the table for one setting."""
    confirmed, size = judge(of, k), math.ceil(of / TEAMS)
    wrong = set(range(k))
    for habit in HABITS:
        ever = np.zeros(2)
        for _ in range(audits):
            rows = Drawn([int(row) for row in chance.permutation(of)], wrong, size)
            ever += audit(rows, habit(rows), confirmed)
        shares = ever / audits
        errors = 2 * np.sqrt(shares * (1 - shares) / audits)
        cells = [f"{100 * share:.1f} ± {100 * error:.1f} %" for share, error in zip(shares, errors, strict=True)]
        print(f"| {of} | {k} | {(habit.__doc__ or '').rstrip('.')} | {cells[0]} | {cells[1]} |", flush=True)


def main(audits: int = 2000, seed: int = 16) -> None:
    """The table."""
    print(f"{audits:,} audits each, seed {seed}; ± twice the binomial error")
    print("| rows | wrong | recorded | counted up to the first gap | all that is recorded counts |")
    print("|---|---|---|---|---|")
    for of, k in SETTINGS:
        run(of, k, audits, np.random.default_rng([seed, of, k]))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
