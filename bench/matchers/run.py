"""Time whole runs of the rules room, the two matchers in turn: `python bench/matchers/run.py`."""

import random
import resource
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from inspector.model.facts import Fact, Field
from inspector.model.rules import Conclusion, Condition, Pattern, Ref, Rule
from inspector.rules.durable_matcher import load
from inspector.rules.engine import run
from tests.rules.generated import WHERE, framework

CALLS = ("no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss", "too-few-points")
FIELDS = (
    Field(name="indicator", type="string", says=""),
    Field(name="call", type="string", says="", choices=CALLS),
    Field(name="probability", type="number", says=""),
    Field(name="points", type="integer", says=""),
    Field(name="held_months", type="integer", says=""),
)


def condition(field: str, operator: str, *values: object, ref: Ref | None = None) -> Condition:
    return Condition(field=field, operator=operator, values=values, ref=ref, where=WHERE)


def make(rules: int, facts: int) -> tuple:
    """Rules of one or two patterns; half with a join, a third with `unless`, a tenth on an earlier finding."""
    dice = random.Random(7)
    kinds = [f"signal/s{n}" for n in range(6)] + ["probe/p0", "probe/p1"]
    known = dict.fromkeys(kinds, FIELDS)
    made = []
    for number in range(rules):
        first = (condition("call", "==", *dice.sample(CALLS, 2)), condition("probability", ">=", 0.9))
        when = [Pattern(alias="a", kind=dice.choice(kinds[:6]), conditions=first, where=WHERE)]
        if number % 10 == 9:
            when.append(Pattern(alias="f", kind=f"finding/rule-{number - 9}", conditions=(), where=WHERE))
        elif number % 2:
            join = (condition("indicator", "==", ref=Ref(alias="a", field="indicator")), condition("points", ">=", 12))
            when.append(Pattern(alias="b", kind=dice.choice(kinds[:6]), conditions=join, where=WHERE))
        join = (condition("indicator", "==", ref=Ref(alias="a", field="indicator")), condition("call", "==", "loss"))
        unless = (
            (Pattern(alias="u", kind=dice.choice(kinds[6:]), conditions=join, where=WHERE),) if number % 3 == 0 else ()
        )
        made.append(
            Rule(
                id=f"rule-{number}",
                theme="stream",
                cites=(),
                when=tuple(when),
                unless=unless,
                conclude=Conclusion(standing="doing"),
                says="{a.indicator} {a.call}",
                where=WHERE,
            )
        )
    given = [
        Fact(
            id=f"fact-{number}",
            kind=dice.choice(kinds),
            fields={
                "indicator": f"i{dice.randrange(30)}",
                "call": dice.choice(CALLS),
                "probability": dice.randrange(100) / 100,
                "points": dice.randrange(40),
                "held_months": dice.randrange(24),
            },
        )
        for number in range(facts)
    ]
    return framework(made), given, known


def main() -> None:
    load()
    for rules, facts in ((10, 50), (100, 200), (300, 500)):
        world = make(rules, facts)
        spent: dict[str, list[float]] = {"durable": [], "reference": []}
        for _ in range(9):
            for matcher, times in spent.items():
                start = perf_counter()
                answer = run(*world, matcher=matcher)
                times.append(1000 * (perf_counter() - start))
        durable, reference = (median(times) for times in spent.values())
        print(
            f"{rules} rules, {facts} facts, {len(answer.firings)} firings: durable-rules {durable:.0f} ms, "
            f"reference {reference:.0f} ms"
        )
    world = make(30, 60)
    for rounds in (50, 500):
        for _ in range(rounds):
            run(*world, matcher="durable")
        print(f"largest memory after {rounds} runs: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
