"""Every condition of a rule or row, and the same rule or row with another condition in its place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from inspector.model.facts import Field
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.rules.vocabulary import TALLY, Vocabulary

Entry = TypeVar("Entry", Rule, VerdictRow)
Part = Pattern | Tally
TEST = "test"


class Site(NamedTuple):
    """A condition: in `when` or `unless`, in which part, in its pattern (`slot` empty), a tally's, or the tally's test itself."""

    side: str
    part: int
    slot: str
    number: int
    condition: Condition
    kind: str
    field: Field | None
    band: bool = False
    """Whether a tally's test is one of several, so that the others are left without it."""


def sites(entry: Rule | VerdictRow, known: Vocabulary) -> Iterator[Site]:
    """The conditions of an entry in the order in which they stand, each with the field that it tests."""
    for side in ("when", "unless"):
        for place, part in enumerate(getattr(entry, side)):
            for slot, pattern in patterns(part):
                fields = {field.name: field for field in known.get(pattern.kind, ())}
                for number, one in enumerate(pattern.conditions):
                    yield Site(side, place, slot, number, one, pattern.kind, fields.get(one.field))
            if isinstance(part, Tally):
                field = TALLIED["n" if part.of is None else "share"]
                band = len(part.tests) > 1
                yield from (Site(side, place, TEST, n, one, "tally", field, band) for n, one in enumerate(part.tests))


def patterns(part: Part) -> Iterator[tuple[str, Pattern]]:
    """The patterns of a part: itself, or those of a tally by their slots."""
    if isinstance(part, Pattern):
        yield "", part
        return
    yield "count", part.count
    if part.of is not None:
        yield "of", part.of


def with_condition(entry: Entry, site: Site, conditions: Sequence[Condition]) -> Entry:
    """The entry with these conditions (none, one) in place of that at a site."""
    part: Part = getattr(entry, site.side)[site.part]
    if isinstance(part, Tally) and site.slot == TEST:
        old: tuple[Condition, ...] = part.tests
        tests = (*old[: site.number], *conditions, *old[site.number + 1 :])
        return with_part(entry, site.side, site.part, (part.model_copy(update={"test": tests[0], "also": tests[1:]}),))
    pattern: Pattern = dict(patterns(part))[site.slot]
    kept = (*pattern.conditions[: site.number], *conditions, *pattern.conditions[site.number + 1 :])
    made = pattern.model_copy(update={"conditions": kept})
    changed = made if not site.slot else part.model_copy(update={site.slot: made})
    return with_part(entry, site.side, site.part, (changed,))


def with_part(entry: Entry, side: str, place: int, parts: Sequence[Part]) -> Entry:
    """The entry with these parts (none, one) in place of one of `when` or `unless`."""
    some: tuple[Part, ...] = getattr(entry, side)
    return entry.model_copy(update={side: (*some[:place], *parts, *some[place + 1 :])})


def _whole(field: Field) -> Field:
    bounds = {"least": 0.0} if field.name != "share" else {"least": 0.0, "most": None}
    return field.model_copy(update=bounds)


TALLIED: Mapping[str, Field] = {field.name: _whole(field) for field in TALLY}
"""Fields of tallies: a count is never below 0, a share is neither (and above 1 only where it counts what it is no share of)."""
