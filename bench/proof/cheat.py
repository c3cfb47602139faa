"""What a cheat may expect who knows how rows are drawn and answers best: five ways of sharing few hours among claims.

    python bench/proof/cheat.py [PORTFOLIOS] [SEED] [HOURS]
    python bench/proof/cheat.py bundles [AUTHORITIES] [SEED]   # claims of the examples and of simulated authorities, 8 hours

Portfolios of claims are drawn by this file alone. What is taken for granted about the cheat is in README.md.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from inspector import arguing, inspection
from inspector.model.problems import CannotComplete
from inspector.model.visits import Claim, Framed, Unit
from inspector.proof import where
from inspector.proof.claims import sizes
from inspector.proof.drawing import drawn
from inspector.proof.planning import Asked, plan
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import write

EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"
DRAWS, TOP = 400, where.TOP
Missed = Callable[[Claim, int], float]
"""The chance that none of so many false rows of a claim is drawn, where the cheat puts them best."""
MINUTES: Mapping[Unit, int] = {"row": 8, "month": 15, "case": 10}
KINDS: Mapping[Unit, tuple[int, int]] = {"row": (40, 600), "month": (24, 250), "case": (30, 400)}


def portfolio(draw: np.random.Generator) -> tuple[Claim, ...]:
    """One to four claims: size, margin (2 to 40 % of it), what it holds up, how exposed it is."""
    return tuple(claim(draw, f"claim-{number}") for number in range(int(draw.integers(1, 5))))


def claim(draw: np.random.Generator, name: str) -> Claim:
    """One claim."""
    unit: Unit = draw.choice(list(KINDS))
    of = int(draw.integers(*KINDS[unit]))
    fewer = max(1, round(of * float(np.exp(draw.uniform(np.log(0.02), np.log(0.4))))))
    sample, fixed = sizes(of, fewer, 0.95)
    noticed = where.NOTICED[draw.choice(["exposed", "exposed", "plain", "plain", "corroborated"])]
    return Claim(
        id=name, evidence=name, unit=unit, of=of, fewer_than=fewer, how="exact", confidence=0.95, sample=sample, fixed=fixed,
        minutes=MINUTES[unit], says="", gain=int(draw.integers(1, 4)), noticed=noticed,
    )  # fmt: skip


def by_sizes(rows: Mapping[str, int]) -> Missed:
    """So many rows of each claim, drawn alike."""
    return lambda one, wrong: where.missed(one.of, wrong, rows.get(one.id, 0))


def smallest_first(claims: Sequence[Claim], minutes: float, _: np.random.Generator) -> Missed:
    """Whole samples, the smallest first, as far as the hours go."""
    rows: dict[str, int] = {}
    for one in sorted(claims, key=lambda one: one.sample * one.minutes):
        if one.sample * one.minutes <= minutes:
            rows[one.id] = one.sample
            minutes -= one.sample * one.minutes
    return by_sizes(rows)


def by_gain(claims: Sequence[Claim], minutes: float, _: np.random.Generator) -> Missed:
    """The policy `gain`."""
    return by_sizes(where.sizes(claims, minutes))


def in_risk_order(claims: Sequence[Claim], minutes: float, _: np.random.Generator) -> Missed:
    """Row by row down a list that everybody can make: what a single row gains and how exposed it is. The cheat lies below it."""
    rows: dict[str, int] = {}
    for one in sorted(claims, key=lambda one: -one.gain * (1 - one.noticed) / one.fewer_than):
        rows[one.id] = min(one.of, int(minutes // one.minutes))
        minutes -= rows[one.id] * one.minutes
    return lambda one, wrong: float(one.of - rows[one.id] >= wrong)


def racing(weight: Callable[[Claim], float]) -> Callable[[Sequence[Claim], float, np.random.Generator], Missed]:
    """All rows of all claims in one draw, each with a weight, until the hours are out."""

    def missed(claims: Sequence[Claim], minutes: float, draw: np.random.Generator) -> Missed:
        of_claim = np.repeat(np.arange(len(claims)), [one.of for one in claims])
        cost = np.array([one.minutes for one in claims])[of_claim]
        scale = 1 / np.array([weight(one) for one in claims])[of_claim]
        counts = []
        for _ in range(DRAWS):
            order = np.argsort(draw.exponential(scale))
            seen = order[np.cumsum(cost[order]) <= minutes]
            counts.append(np.bincount(of_claim[seen], minlength=len(claims)))
        place = {one.id: number for number, one in enumerate(claims)}
        return lambda one, wrong: float(np.mean([where.missed(one.of, wrong, int(n[place[one.id]])) for n in counts]))

    return missed


POLICIES = {
    "uniform over all rows": racing(lambda _: 1.0),
    "in order of risk": in_risk_order,
    "claims, smallest first": smallest_first,
    "each row by what it gains": racing(lambda one: one.gain * (1 - one.noticed) / one.fewer_than),
    "gain": by_gain,
}


def best_answer(claims: Sequence[Claim], missed: Missed, caught: float) -> tuple[float, str]:
    """The cheat's best: one claim with what it forbids; up to four times that for as many times the gain; two claims at once.

    Nobody gains more than `TOP` steps.
    """
    found = [(0.0, "does not lie")]
    unseen = {one.id: (1 - one.noticed) * missed(one, one.fewer_than) for one in claims}

    def worth(gain: int, chance: float) -> float:
        return min(TOP, gain) * chance - caught * (1 - chance)

    for one in claims:
        for times in range(1, TOP + 1):
            if times * one.fewer_than <= one.of:
                chance = (1 - one.noticed) * missed(one, times * one.fewer_than)
                found.append((worth(times * one.gain, chance), f"{times} x"))
        others = [other for other in claims if other.id > one.id]
        found += [(worth(one.gain + two.gain, unseen[one.id] * unseen[two.id]), "two claims") for two in others]
    return max(found)


def at_best(claims: Sequence[Claim], minutes: float, caught: float) -> float:
    """What no sharing of the hours can undercut: rows in fractions, all claims as unattractive as one another."""
    curves = {one.id: [where.expected(one, n, caught) for n in range(one.of + 1)] for one in claims}

    def cost(level: float) -> float:
        total = 0.0
        for one in claims:
            curve = curves[one.id]
            n = next((n for n, value in enumerate(curve) if value <= level), one.of)
            part = (curve[n - 1] - level) / (curve[n - 1] - curve[n]) if n and curve[n - 1] > curve[n] else 1.0
            total += (n - 1 + part if n else 0) * one.minutes
        return total

    low, high = -caught, float(max(one.gain for one in claims))
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if cost(middle) <= minutes else (middle, high)
    return max(0.0, high)


def played(draw: np.random.Generator, claims: Sequence[Claim], minutes: float, audits: int, caught: float) -> float:
    """The same by playing: rows drawn by seeds as a visit draws them, lies put where they are best."""
    rows = where.sizes(claims, minutes)
    answer = where.best_answer(claims, rows, caught)
    chosen = next(one for one in claims if one.id == answer.claim)
    times = max(range(1, TOP // chosen.gain + 1), key=lambda n: worth(chosen, n, rows, caught))
    frame = [
        Framed(key=f"{chosen.id}-{i}", claim=chosen.id, resource="r", row=i, find={}, whom="", answers={}, leaf="")
        for i in range(chosen.of)
    ]
    total = 0.0
    for _ in range(audits):
        seen = set(
            drawn(frame, (), " ".join(map(str, draw.integers(1, 7, 20))), 1, {chosen.id: rows.get(chosen.id, 0)})
        )
        lies = {f"{chosen.id}-{i}" for i in draw.choice(chosen.of, times * chosen.fewer_than, replace=False)}
        found = bool(lies & seen) or draw.random() < chosen.noticed
        total += -caught if found else times * chosen.gain
    return total / audits


def worth(one: Claim, times: int, rows: Mapping[str, int], caught: float) -> float:
    """What lying so many times as much as a claim forbids is worth; nothing good where the claim has not so many rows."""
    if times * one.fewer_than > one.of:
        return -caught
    unseen = (1 - one.noticed) * where.missed(one.of, times * one.fewer_than, rows.get(one.id, 0))
    return times * one.gain * unseen - caught * (1 - unseen)


def main(portfolios: int, seed: int, hours: float) -> None:
    """Prints a table for each price of being caught."""
    draw = np.random.default_rng(seed)
    every = [portfolio(draw) for _ in range(portfolios)]
    wide = [all(one.fewer_than >= 0.05 * one.of for one in claims) for claims in every]
    for caught in (0.5, 1.0, 2.0):
        print(f"\n{portfolios} portfolios, {hours:g} hours, being caught costs {caught:g} steps of the verdict:")
        print("| rows drawn | best answer: mean | worst | lying does not pay in | where all margins are 5 % at least |")
        print("|---|---|---|---|---|")
        for name, policy in POLICIES.items():
            found = np.array([best_answer(claims, policy(claims, hours * 60, draw), caught)[0] for claims in every])
            not_worth = found <= 1e-12
            share, of_wide = 100 * not_worth.mean(), 100 * not_worth[wide].mean()
            print(f"| {name} | {found.mean():.3f} | {found.max():.2f} | {share:.0f} % | {of_wide:.0f} % |", flush=True)
        bound = np.array([at_best(claims, hours * 60, caught) for claims in every])
        share, of_wide = 100 * (bound <= 1e-12).mean(), 100 * (bound[wide] <= 1e-12).mean()
        print(
            f"| no sharing can do better than | {bound.mean():.3f} | {bound.max():.2f} | {share:.0f} % | {of_wide:.0f} % |"
        )
    needed = sorted(where.minutes_needed(claims) for claims in every)
    half, most = needed[len(needed) // 2] / 60, needed[9 * len(needed) // 10] / 60
    print(f"\nHours from which lying never pays: half the portfolios {half:.1f}, nine in ten {most:.1f}")
    for claims in every[:3]:
        reckoned = where.best_answer(claims, where.sizes(claims, hours * 60)).gain
        print(
            f"Played 5,000 times with seeds: {played(draw, claims, hours * 60, 5000, 1.0):.3f}, reckoned {reckoned:.3f}"
        )


def bundles(authorities: int, seed: str) -> None:
    """The same for claims of bundles: the good examples, and simulated authorities that improve."""
    draw, improving = np.random.default_rng(16), sorted(n for n, c in CONDUCTS.items() if "improving" in c.verdicts)
    print(
        "| bundle | claims: rows, and how many wrong ones | "
        + " | ".join(POLICIES)
        + " | hours from which lying never pays |"
    )
    print("|---|---|" + "---|" * (len(POLICIES) + 2))
    with tempfile.TemporaryDirectory() as folder:
        paths = [EXAMPLES / "brackenshire", EXAMPLES / "quiet-improver"]
        for number in range(authorities):
            paths.append(Path(folder) / f"{improving[number % len(improving)]}-{number}")
            write(authority(f"{seed}-{number}", improving[number % len(improving)]), paths[-1])
        for path in paths:
            claims = claims_of(path)
            if claims:
                found = [
                    best_answer(claims, policy(claims, 480.0, draw), where.CAUGHT)[0] for policy in POLICIES.values()
                ]
                own = ", ".join(f"{one.of}: {one.fewer_than}" for one in claims)
                cells = " | ".join(f"{value:.2f}" for value in (*found, at_best(claims, 480.0, where.CAUGHT)))
                print(f"| {path.name} | {own} | {cells} | {where.minutes_needed(claims) / 60:.1f} |", flush=True)
            else:
                print(f"| {path.name} | none |" + " |" * (len(POLICIES) + 2), flush=True)


def claims_of(path: Path) -> tuple[Claim, ...]:
    """The claims of a visit to a bundle; none where no claim can be made."""
    workings = inspection.work(path)
    found = arguing.margins(workings)
    try:
        return plan(workings.inspection, workings.evidence, found.pieces, Asked(), settled=found.settled).plan.claims
    except CannotComplete:
        return ()


if __name__ == "__main__":
    if sys.argv[1:2] == ["bundles"]:
        bundles(int((sys.argv[2:3] or ["6"])[0]), (sys.argv[3:4] or ["cheat"])[0])
        sys.exit()
    asked = [float(text) for text in sys.argv[1:]] + [200, 16, 8][len(sys.argv) - 1 :]
    main(int(asked[0]), int(asked[1]), asked[2])
