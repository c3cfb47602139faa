"""Omission: does leaving something out ever end better than saying it?

    python bench/omission/run.py [--only TEXT ...] [--bundle NAME ...] [--seeds N] [--mixtures N] [--seed TEXT] [--jobs N]
        [--list]

What is counted, and how verdicts are ranked, is in README.md.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import NamedTuple

import fields
import removals
import subjects

from inspector.framework.read_by import DEFAULT
from inspector.judging import rulebooks, settling
from inspector.model.evidence import Evidence
from inspector.model.ladder import STANDINGS, TRUSTS

ORDER = {"deteriorating": 0, "slipping": 1, "static": 2, "not-evidenced": 2, "not-trusted": 2, "emerging": 3,
         "improving": 4}  # fmt: skip
WORSE, UNTOLD = ("deteriorating", "slipping"), ("not-evidenced", "not-trusted")


class Seen(NamedTuple):
    """What may never rise."""

    verdict: str
    standings: dict[str, str]
    trust: dict[str, str]


class Outcome(NamedTuple):
    """One variant of one bundle by one law."""

    law: str
    subject: str
    variant: str
    verdict: str
    """What rose of the verdict, in words; empty where it held. Hiding is told apart."""
    hidden: str
    standings: tuple[str, ...]
    trust: tuple[str, ...]

    @property
    def held(self) -> bool:
        return not (self.verdict or self.hidden or self.standings or self.trust)


@lru_cache(4)
def rulebook(name: str) -> rulebooks.Rulebook:
    return rulebooks.load(name)


def seen(evidence: Evidence) -> Seen:
    """The verdict, the standings and the trust of evidence, the whole way."""
    found = settling.settle(rulebook(evidence.framework or DEFAULT), evidence).inspection
    return Seen(
        found.verdict.verdict,
        {theme.theme: theme.standing for theme in found.themes},
        {one.evidence: one.trust for one in found.trust},
    )


def laws(evidence: Evidence, only: tuple[str, ...]) -> Iterator[tuple[str, str, Evidence]]:
    """Every law that is asked for, with its variants of this evidence."""

    def wanted(law: str) -> bool:
        return not only or any(text in law for text in only)

    for place, name in fields.FIELDS:
        law = f"blank/{place or 'bundle'}.{name}"
        if wanted(law):
            for variant, poorer in fields.variants(evidence, place, name):
                yield law, variant, poorer
    for law, made in removals.LAWS.items():
        if wanted(law):
            for variant, poorer in made(evidence):
                yield law, variant, poorer


def tried(name: str, only: tuple[str, ...]) -> list[Outcome]:
    """Every variant of one bundle held against what it was made from; each that gains is told at once."""
    whole = subjects.named(name)
    before = seen(whole)
    found = []
    for law, variant, poorer in laws(whole, only):
        one = compared(before, seen(poorer), law, name, variant)
        found.append(one)
        if not one.held:
            print(_words(one), flush=True)
    return found


def compared(before: Seen, after: Seen, law: str, subject: str, variant: str) -> Outcome:
    """What the poorer evidence has over the whole."""
    was, now = before.verdict, after.verdict
    up = f"{was} > {now}" if ORDER[now] > ORDER[was] else ""
    hiding = up and was in WORSE and now in UNTOLD
    standings = _risen(before.standings, after.standings, STANDINGS)
    trust = _risen(before.trust, after.trust, TRUSTS)
    return Outcome(law, subject, variant, "" if hiding else up, up if hiding else "", standings, trust)


def _risen(before: dict[str, str], after: dict[str, str], order: tuple[str, ...]) -> tuple[str, ...]:
    both = sorted(set(before) & set(after))
    return tuple(
        f"{name} {before[name]} > {after[name]}"
        for name in both
        if order.index(after[name]) > order.index(before[name])
    )


def main() -> int:
    """Print a line for each law, the sums, and before them each variant that gained, with what rose."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], help="laws whose name holds this")
    parser.add_argument(
        "--bundle", action="append", default=[], help="an example, a path, CONDUCT:SEED or mixture:SEED"
    )
    parser.add_argument("--seeds", type=int, default=1, help="authorities of each conduct")
    parser.add_argument("--mixtures", type=int, default=5)
    parser.add_argument("--seed", default="report")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="the laws alone")
    said = parser.parse_args()
    if said.list:
        print(*(f"blank/{place or 'bundle'}.{name}" for place, name in fields.FIELDS), *removals.LAWS, sep="\n")
        return 0
    names = said.bundle or subjects.names(said.seeds, said.mixtures, said.seed)
    found: list[Outcome] = []
    for some in _each(names, tuple(said.only), said.jobs):
        found += some
    _table(found)
    return int(any(not one.held for one in found))


def _each(names: list[str], only: tuple[str, ...], jobs: int) -> Iterator[list[Outcome]]:
    if jobs == 1:
        for name in names:
            yield tried(name, only)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(tried, names, [only] * len(names))


def _words(one: Outcome) -> str:
    hidden = [f"hidden {one.hidden}"] if one.hidden else []
    rose = [*([f"verdict {one.verdict}"] if one.verdict else []), *hidden, *one.standings, *one.trust]
    return f"{one.law} [{one.variant}] of {one.subject}: {'; '.join(rose)}"


def _table(found: list[Outcome]) -> None:
    head = ("law", "held", "tried", "verdict", "hidden", "standing", "trust")
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for law in dict.fromkeys(one.law for one in found):
        _line(law, [one for one in found if one.law == law])
    for part in ("blank/", "remove/", ""):
        some = [one for one in found if one.law.startswith(part)]
        if some:
            _line(f"all {part}" if part else "all", some)
    whole = Counter(one.law for one in found if not one.held)
    every = len({one.law for one in found})
    print(f"\n{every - len(whole)} of {every} laws hold everywhere")


def _line(law: str, some: list[Outcome]) -> None:
    held = sum(one.held for one in some)
    counts = [sum(bool(getattr(one, name)) for one in some) for name in ("verdict", "hidden", "standings", "trust")]
    print("| " + " | ".join(map(str, (law, held, len(some), *(count or "" for count in counts)))) + " |")


if __name__ == "__main__":
    sys.exit(main())
