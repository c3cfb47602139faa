"""Whether measures of style tell texts that a machine put together from texts that people wrote: `machine_written.py [LOGS]`.

No log of tests of change that people wrote is free to be used. So each machine here writes in the manner of a body of human text:
people are those who wrote about functions in five packages, a machine joins the first half of one text to the second half of
another (as templates with slots do), or goes on from each two words with a word that followed them somewhere (a chain). A
rule (linear discriminant, set to ask about 1 % of human logs) is made of one body and one machine, and tried on all others: what
it asks there of people, and what it finds of machines. Logs are of 40 texts; a rule that tells nothing finds what it asks.
"""

import ast
import importlib.util
import re
import sys
from collections import Counter
from itertools import product
from pathlib import Path
from random import Random

import numpy as np

ENTRIES = 40
LITTLE = frozenset(
    re.findall(
        "[a-z]+", "the a an of to and in it is was that for on with as we be not this by at or if are they he she"
    )
)


def features(texts):
    """Ten measures of style of one log."""
    told = [re.findall(r"[a-z']+", text.lower()) for text in texts]
    flat = [word for some in told for word in some]
    threes = Counter(zip(flat, flat[1:], flat[2:], strict=False))
    often, joined, sizes = Counter(flat), " ".join(texts), np.array([len(some) for some in told])
    share = np.array(list(often.values())) / len(flat)
    return [
        len(often) / len(flat),
        sum(n for n in often.values() if n == 1) / len(flat),
        -float((share * np.log(share)).sum()),
        sum(n for n in threes.values() if n > 1) / max(1, sum(threes.values())),
        np.log(sizes.mean()),
        sizes.std() / sizes.mean(),
        float(np.mean([len(word) for word in flat])),
        sum(word in LITTLE for word in flat) / len(flat),
        sum(char in ",;:-" for char in joined) / len(joined),
        sum(char.isupper() for char in joined) / len(joined),
    ]


def written_in(package):
    """First paragraphs of what is written about functions and classes of a package, in the order of the alphabet."""
    found = set()
    for path in Path(importlib.util.find_spec(package).origin).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and (told := ast.get_docstring(node)):
                text = " ".join(told.split("\n\n")[0].split())
                if 6 <= len(text.split()) <= 60:
                    found.add(text)
    return sorted(found)


def joined(draw, held):
    """The first half of one text and the second of another."""
    made = []
    for _ in range(ENTRIES):
        one, other = (text.split() for text in draw.sample(held, 2))
        made.append(" ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]))
    return made


def chained(draw, held):
    """Each word one that followed the two before it in some text."""
    after = {}
    for text in held:
        told = ["", "", *text.split(), ""]
        for a, b, c in zip(told, told[1:], told[2:], strict=False):
            after.setdefault((a, b), []).append(c)
    made = []
    while len(made) < ENTRIES:
        told = ["", ""]
        while len(told) < 62 and (word := draw.choice(after[told[-2], told[-1]])):
            told.append(word)
        made += [" ".join(told[2:])] if len(told) > 7 else []
    return made


def rule(machine, people):
    """Weights and bound: what lies above the bound is asked about, 1 % of these people's texts."""
    both = np.vstack([machine, people])
    scale = both.std(axis=0) + 1e-9
    a, b = machine / scale, people / scale
    within = np.cov(a.T) + np.cov(b.T) + 0.1 * np.eye(a.shape[1])
    weights = np.linalg.solve(within, a.mean(axis=0) - b.mean(axis=0)) / scale
    return weights, float(np.quantile(people @ weights, 0.99))


def main(count):
    machines, logs = {"halves": joined, "chain": chained}, {}
    for name in ("numpy", "hypothesis", "pydantic", "polars", "mypy"):
        held = written_in(name)
        # A machine that knew the very texts it is held against would repeat their words.
        theirs, own = held[::2], held[1::2]
        logs[name] = {"people": [features(Random(f"{name} {k}").sample(theirs, ENTRIES)) for k in range(count)]}
        for kind, make in machines.items():
            logs[name][kind] = [features(make(Random(f"{name} {kind} {k}"), own)) for k in range(count)]
    made = {name: {kind: np.array(some) for kind, some in kinds.items()} for name, kinds in logs.items()}
    print("| rule made of | finds at home | finds elsewhere | asks of people elsewhere |")
    print("|---|---|---|---|")
    every = []
    for home, kind in product(made, machines):
        half = count // 2
        weights, bound = rule(made[home][kind][:half], made[home]["people"][:half])
        own = asked(made[home][kind][half:], weights, bound)
        found = [asked(made[other][k], weights, bound) for other in made if other != home for k in machines]
        alarms = [asked(made[other]["people"], weights, bound) for other in made if other != home]
        every.append((own, float(np.mean(found)), float(np.mean(alarms))))
        print(
            f"| {home}, {kind} | {own:.2f} | {min(found):.2f} to {max(found):.2f} | {min(alarms):.2f} to {max(alarms):.2f} |"
        )
    means = np.mean(every, axis=0)
    print(
        f"\nAt home {means[0]:.2f} found; elsewhere {means[1]:.2f} of machines found, {means[2]:.2f} of people asked about."
    )


def asked(some, weights, bound):
    """The share of logs above the bound."""
    return float((some @ weights > bound).mean())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
