"""Which rows a seed draws: those of a claim in the order of sha256(seed NUL round NUL key). All can repeat it.

The hash is over UTF-8, and hex digests are compared as text. A row is drawn once in a visit. Neither another claim nor how many
rows others have changes the order of a claim's own. `round` counts rounds with a guarantee alone: else whoever knows a seed could
put others before it until a draw suits him.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from inspector.model.visits import Framed, Round


def place(seed: str, number: int, key: str) -> str:
    """Where a key stands in the order of a round: less is earlier."""
    return sha256(f"{seed}\0{number}\0{key}".encode()).hexdigest()


def in_order(seed: str, number: int, keys: Iterable[str]) -> list[str]:
    """The keys in the order in which this seed draws them."""
    return sorted(keys, key=lambda key: (place(seed, number, key), key))


def drawn(
    frame: Sequence[Framed], before: Iterable[str], seed: str, number: int, sizes: Mapping[str, int]
) -> tuple[str, ...]:
    """The keys that a round draws: `sizes` rows of each claim in the order of `sizes`, none of those drawn `before`."""
    gone = set(before)
    return tuple(
        key
        for claim, size in sizes.items()
        for key in in_order(seed, number, (row.key for row in frame if row.claim == claim and row.key not in gone))[
            :size
        ]
    )


def taken(rounds: Sequence[Round], *, guarantee: bool) -> list[str]:
    """The keys that a further round does not draw again, in the order drawn.

    A round with a guarantee takes no notice of those without: who knew a seed could have kept rows from it.
    """
    return [key for one in rounds if one.guarantee or not guarantee for key in one.rows]


def turn(rounds: Sequence[Round], *, guarantee: bool) -> int:
    """The number that goes into the hashes of a round that follows `rounds`, from 1."""
    return 1 + sum(one.guarantee or not guarantee for one in rounds)


def not_as_drawn(frame: Sequence[Framed], rounds: Sequence[Round], found: Round) -> str:
    """In words how the rows of a round are not those that its seed draws; empty where they are."""
    claim_of = {row.key: row.claim for row in frame}
    if not found.rows:
        return "it draws no row"
    if strange := [key for key in found.rows if key not in claim_of]:
        return f"the row {strange[0][:60]!r} is not in the frame"
    sizes: dict[str, int] = {}
    for key in found.rows:
        sizes[claim_of[key]] = sizes.get(claim_of[key], 0) + 1
    before = taken(rounds, guarantee=found.guarantee)
    if found.rows != drawn(frame, before, found.seed, turn(rounds, guarantee=found.guarantee), sizes):
        return "its rows are not those that its seed draws"
    if len(set(found.rows)) != len(found.rows) or set(found.rows) & set(before):
        return "a row is drawn twice"
    return ""
