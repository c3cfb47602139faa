"""One judgement of a stored result, as other rules can draw it: the facts with and without the rows that are asked about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from inspector.model import limits
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.judged_from import Why
from inspector.model.ladder import Trust
from inspector.verdict.expected import Dropped
from inspector.workbench.form import Odd, one_of, text, whole, yes_or_no

TRUST, WHY = frozenset(get_args(Trust)), frozenset(get_args(Why))
Facts = Callable[[Iterable[Mapping[str, Any]]], tuple[Fact, ...]]
"""What reads facts, of the kinds that are asked for."""


class AsIf(NamedTuple):
    """What is observed where some rows are set aside; `fallen` is the trust in each piece where it falls."""

    facts: tuple[Fact, ...]
    trust: tuple[TrustIn, ...]
    fallen: Mapping[str, TrustIn]
    dropped: tuple[Dropped, ...]


class Under(NamedTuple):
    """That the judgement before is a bound, where it is lower or always; `falls` are pieces trusted less since then."""

    falls: frozenset[str]
    where_higher: bool


class Level(NamedTuple):
    """A judgement: `pieces` are those of which rows are asked about, and `as_if` is by those whose rows are set aside.

    `known` has the measures of each indicator; None in results stored before that was kept.
    """

    place: int
    known: Mapping[str, frozenset[str]] | None
    computed: frozenset[str]
    questions: int
    pieces: tuple[str, ...]
    falls: frozenset[str]
    as_if: Mapping[frozenset[str], AsIf]
    under: Under | None


NONE = frozenset[str]()


def older(facts: tuple[Fact, ...], trust: tuple[TrustIn, ...], questions: int) -> tuple[Level, ...]:
    """Of a result that says nothing of it: as if nothing were struck, and nothing had been judged before."""
    return (Level(0, None, NONE, questions, (), NONE, {NONE: AsIf(facts, trust, {}, ())}, None),)


def levels(
    rows: Sequence[Mapping[str, Any]], facts: tuple[Fact, ...], trust: tuple[TrustIn, ...], read: Facts
) -> tuple[Level, ...]:
    """The judgements from the document, that of the result first; `facts` and `trust` are those of the result."""
    if len(rows) > (most := limits.most("result-judgements")):
        raise Odd(
            f"it was judged from {len(rows):,} judgements, and no more than {most:,} are read (limit result-judgements)"
        )
    found = tuple(_level(place, row, facts, trust, read) for place, row in enumerate(rows))
    if not all(NONE in one.as_if for one in found):
        raise Odd("a part of what it was judged from says nothing of what is observed where no row is set aside")
    if not found or any((one.under is None) != (one is found[-1]) for one in found):
        raise Odd("what was judged before does not stand behind what it bounds")
    return found


def _level(
    place: int, row: Mapping[str, Any], facts: tuple[Fact, ...], trust: tuple[TrustIn, ...], read: Facts
) -> Level:
    asked = {text(one["evidence"]): yes_or_no(one["falls"]) for one in row["asked"]}
    under = row.get("under")
    return Level(
        place=place,
        known={name: frozenset(map(text, ids)) for name, ids in row["known"].items()},
        computed=frozenset(map(text, row["computed"])),
        questions=whole(row["questions"]),
        pieces=tuple(sorted(asked)),
        falls=frozenset(name for name, falls in asked.items() if falls),
        as_if={frozenset(map(text, one["struck"])): _as_if(one, facts, trust, read) for one in row["as_if"]},
        under=under and Under(frozenset(map(text, under["falls"])), yes_or_no(under["where_higher"])),
    )


def _as_if(one: Mapping[str, Any], facts: tuple[Fact, ...], trust: tuple[TrustIn, ...], read: Facts) -> AsIf:
    if "facts" in one or "gone" in one:
        other = read(one.get("facts", ()))
        gone = {*map(text, one.get("gone", ())), *(fact.id for fact in other)}
        facts = (*(fact for fact in facts if fact.id not in gone), *other)
    if "trust" in one:
        trust = tuple(map(trusted, one["trust"]))
    fallen = {text(row["evidence"]): trusted(row) for row in one.get("fallen", ())}
    return AsIf(facts, trust, fallen, tuple(map(_dropped, one.get("dropped", ()))))


def trusted(row: Mapping[str, Any]) -> TrustIn:
    """The trust in one piece of evidence, without words."""
    asked = yes_or_no(row.get("asked", False))
    return TrustIn.unchecked(
        {"evidence": text(row["evidence"]), "trust": one_of(row["trust"], TRUST), "reasons": (), "asked": asked}
    )


def _dropped(row: Mapping[str, Any]) -> Dropped:
    return Dropped(text(row["indicator"]), one_of(row["why"], WHY))
