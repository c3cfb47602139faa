"""What is said of margins: each sentence names how many rows of how many, the verdict they leave and how that was found."""

from collections.abc import Sequence

from inspector.model.ladder import VerdictWord
from inspector.model.visits import Margin, Margins


def without_any(verdict: VerdictWord) -> Margins:
    return Margins(verdict=verdict, settled="x")


def all_of(verdict: VerdictWord, pieces: Sequence[Margin], leans: tuple[str, ...]) -> Margins:
    return Margins(verdict=verdict, pieces=tuple(pieces), leans=leans, thorough=True)


def worded(verdict: VerdictWord, pieces: Sequence[Margin]) -> tuple[Margin, ...]:
    return tuple(pieces)


def cheap(verdict: VerdictWord, one: Margin | None) -> Margins:
    return Margins(verdict=verdict, pieces=(one,) if one else ())
