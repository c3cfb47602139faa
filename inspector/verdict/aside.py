"""What was submitted and set aside, as far as facts tell of it: each row once, in the fewest sentences."""

import re
from collections.abc import Iterable, Sequence

from inspector.model.facts import Fact
from inspector.model.rules import Framework, Pattern, Tally

Places = set[tuple[str, int | str]]
OF_ONE = "signal/claimed-effect"
"""Its facts tell of the tests of one indicator each; the signals of the log tell of all of them."""
_ENDS = re.compile(r"(?<=\.) ")


def telling(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that together tell of every row set aside: those that tell of most first, and none that adds no row."""
    known: Places = set()
    chosen = []
    for fact in sorted(
        (one for one in facts if one.aside and one.kind != OF_ONE), key=lambda one: (-_count(one), one.id)
    ):
        if new := places([fact]) - known:
            known |= new
            chosen.append(fact)
    return sorted(chosen, key=lambda one: one.id)


def places(facts: Iterable[Fact]) -> Places:
    """The rows that these facts set aside, those beside included, as their words do; of JSON the elements."""
    return {
        (rows.resource, place)
        for fact in facts
        for part in (*fact.aside, *fact.beside)
        for rows in part.rows
        for place in (rows.paths or rows.rows)
    }


def sentences(facts: Sequence[Fact]) -> str:
    """What they say of it, each sentence once."""
    return " ".join(dict.fromkeys(one for fact in facts for one in _ENDS.split(fact.aside_says) if one))


def read_by(framework: Framework) -> dict[str, list[frozenset[str]]]:
    """For each theme the kinds of facts that each of its rules asks for."""
    kinds: dict[str, list[frozenset[str]]] = {}
    for rule in framework.rules:
        patterns: list[Pattern] = []
        for part in rule.when:
            patterns += [part.count, *([part.of] if part.of else [])] if isinstance(part, Tally) else [part]
        kinds.setdefault(rule.theme, []).append(frozenset(pattern.kind for pattern in patterns))
    return kinds


def counts(fact: Fact) -> bool:
    """Whether a fact is about something that was there and counts: a log without a row is silence."""
    recorded = fact.fields.get("recorded")
    return bool(fact.rows) if recorded is None else recorded not in (0, fact.fields.get("set_aside"))


def _count(fact: Fact) -> int:
    return sum(part.count for part in fact.aside)
