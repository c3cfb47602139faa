"""Records told apart into those that count and those set aside, each of these with its reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar, get_args

from inspector.model import describe
from inspector.model.aside import Aside, Reason, told
from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import Scalar
from inspector.model.rows import Located, by_resource, merged

One = TypeVar("One", bound=Located)


class Why(NamedTuple):
    """Why a record does not count; `says` follows a number: *entered late*."""

    reason: Reason
    says: str


@dataclass(frozen=True)
class Apart(Generic[One]):
    """Records of one sort: all that were submitted, those that count, and the others by reason. `words`: one, and many."""

    words: tuple[str, str]
    recorded: int
    counted: tuple[One, ...]
    aside: tuple[Aside, ...]

    @cached_property
    def rows(self) -> tuple[Rows, ...]:
        """All rows, those set aside included."""
        return merged([*by_resource(self.counted), *(part for one in self.aside for part in one.rows)])

    @cached_property
    def says(self) -> str:
        """How many were recorded and why some are set aside; empty where none is."""
        return told(self.aside, self.recorded, *self.words)

    @property
    def fields(self) -> dict[str, Scalar | None]:
        """The fields of `FIELDS`."""
        by_reason: dict[str, int] = dict.fromkeys(COUNTED, 0)
        for one in self.aside:
            by_reason[_FIELD.get(one.reason, one.reason)] += one.count
        return {
            "recorded": self.recorded,
            "set_aside": sum(by_reason.values()),
            **by_reason,
        }


_FIELD: dict[Reason, str] = {"questioned": "struck", "not-as-written": "struck"}
COUNTED = tuple(dict.fromkeys(_FIELD.get(reason, reason) for reason in get_args(Reason)))
"""The fields that count what is set aside, one a reason; what a visit found otherwise is struck too."""
FIELDS = (
    describe.count("recorded", "All records that were submitted, those set aside included.", "declared", "rows"),
    describe.count(
        "set_aside",
        "Records that were submitted and do not count.",
        "doubt",
        "rows",
        good="down",
        equals="faulty + struck + late + after + outside + undated + unstated",
        at_most="recorded",
    ),
    describe.count(
        "faulty", "Set aside: rows that could not be read as meant.", "doubt", "rows", good="down", at_most="set_aside"
    ),
    describe.count(
        "struck", "Set aside: a probe asks about these rows.", "doubt", "rows", good="down", at_most="set_aside"
    ),
    describe.count(
        "late", "Set aside: written down long after they happened.", "doubt", "rows", good="down", at_most="set_aside"
    ),
    describe.count(
        "after",
        "Set aside: of the day of the announcement or later.",
        "doubt",
        "rows",
        good="down",
        at_most="set_aside",
    ),
    describe.count(
        "outside", "Set aside: of a time that is not the bundle's.", "doubt", "rows", good="down", at_most="set_aside"
    ),
    describe.count(
        "undated", "Set aside: without the day that would tell.", "doubt", "rows", good="down", at_most="set_aside"
    ),
    describe.count(
        "unstated",
        "Set aside: without something else that would have to be said.",
        "doubt",
        "rows",
        good="down",
        at_most="set_aside",
    ),
)
"""What a signal that sets records aside says of them."""


def told_apart(
    records: Iterable[One],
    why: Callable[[One], Why | None],
    words: tuple[str, str],
    faulty: Sequence[Rows] = (),
) -> Apart[One]:
    """Each record counted, or set aside for the reason that `why` gives; `faulty` rows are set aside beside them."""
    counted: list[One] = []
    others: dict[Why, list[One]] = {}
    for one in records:
        if reason := why(one):
            others.setdefault(reason, []).append(one)
        else:
            counted.append(one)
    aside = [Aside(reason=w.reason, says=w.says, count=len(o), rows=by_resource(o)) for w, o in others.items()]
    unread = sum(len(part.rows) for part in faulty)
    if unread:
        aside.append(Aside(reason="faulty", says=UNREAD, count=unread, rows=merged(faulty)))
    aside.sort(key=lambda one: (-one.count, one.says))
    return Apart(words, len(counted) + sum(one.count for one in aside), tuple(counted), tuple(aside))


UNREAD = "not to be read as meant"


def faulty(
    evidence: Evidence, kind: str, mine: Iterable[Located] = (), parts: Iterable[Located] = ()
) -> tuple[Rows, ...]:
    """The rows of resources of a kind that could not be read as meant, but for those of files that hold its `parts` alone.

    `mine` are the records of the kind and `parts` those of its parts that could be read: they say which file holds what.
    """
    places = {one.path for one in evidence.resources if one.kind == kind}
    elsewhere = {one.resource for one in parts} - {one.resource for one in mine}
    return tuple(
        rows
        for rows in evidence.left_out
        if rows.resource.partition(" > ")[0] in places and rows.resource not in elsewhere
    )


def faulty_parts(evidence: Evidence, mine: Iterable[Located], whole: Iterable[Located]) -> tuple[Rows, ...]:
    """The rows that could not be read as meant, of files that hold the parts `mine` and nothing of the `whole`."""
    places = {one.resource for one in mine} - {one.resource for one in whole}
    return tuple(rows for rows in evidence.left_out if rows.resource in places)
