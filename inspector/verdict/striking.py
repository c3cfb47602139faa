"""What becomes of evidence whose rows are asked about: struck, or less trusted as a whole, and both verdicts with it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from inspector.model.assurance import said
from inspector.model.ladder import VerdictWord
from inspector.model.struck import Struck, StruckPart, Why
from inspector.model.visits import Assurance
from inspector.model.words import agree, in_a_row, plural
from inspector.verdict.order import height
from inspector.verdict.struck import Part, became, fallen

EACH = 6
"""Up to so many pieces of evidence are struck one by one to find on which of them the verdict hangs; else all of them fall."""


HANGS: Why = "verdict-hangs"
NAMED = 4
"""So many pieces of evidence are named in the sentence; each is in the parts, with its rows."""


class HasWord(Protocol):
    """A verdict, with its word."""

    @property
    def verdict(self) -> VerdictWord:
        """The word of it."""


class HasVerdict(Protocol):
    """What was drawn, with its verdict."""

    @property
    def verdict(self) -> HasWord:
        """The verdict of it."""


One = TypeVar("One", bound=HasVerdict)
Draw = Callable[[Collection[str], Collection[str]], One]
"""What follows without the rows asked about in some pieces of evidence, while others fall as a whole."""


class Weighed(NamedTuple, Generic[One]):
    """What stands; what would be with nothing struck, and with all of it; and which pieces of evidence fell, and why."""

    stands: One
    submitted: One
    struck: One
    fell: Mapping[str, Why]
    out: tuple[str, ...]
    """The pieces of evidence of which the rows asked about are set aside in what stands."""


def weighed(parts: Sequence[Part], draw: "Draw[One]") -> Weighed[One]:
    """The rows asked about are struck; what they are part of falls where so much is asked about, or the verdict hangs on it."""
    return weighing(sorted({part.evidence for part in parts}), fallen(parts), draw)


def weighing(names: Sequence[str], falls: Mapping[str, Why], draw: "Draw[One]") -> Weighed[One]:
    """As `weighed`, of the pieces of evidence of which rows are asked about; `falls` are those of which so much is."""
    submitted = draw((), ())
    fell: Mapping[str, Why] = falls
    rest = [name for name in names if name not in fell]
    whole = draw((), fell) if fell else submitted
    stands, out = (draw(rest, fell) if rest else whole), rest
    struck = draw(names, ()) if fell else stands
    if _word(stands) != _word(whole):
        hangs = _hangs(rest, fell, whole, draw)
        # Where the verdict would rise without the rows, they stay: nobody gains by rows that are asked about.
        stay = hangs if height(_word(stands)) > height(_word(whole)) else []
        fell = {**fell, **dict.fromkeys(hangs, HANGS)}
        out = [name for name in rest if name not in stay]
        stands = draw(out, fell)
    if height(_word(struck)) < height(_word(stands)):
        stands, out = draw(names, fell), list(names)
    return Weighed(stands, submitted, struck, fell, tuple(out))


def _word(one: HasVerdict) -> VerdictWord:
    return one.verdict.verdict


def _hangs(rest: Sequence[str], fell: Collection[str], whole: One, draw: "Draw[One]") -> list[str]:
    """The pieces of evidence on whose rows the verdict hangs: each that changes it alone, or else all together."""
    if len(rest) == 1 or len(rest) > EACH:
        return list(rest)
    alone = [name for name in rest if _word(draw([name], fell)) != _word(whole)]
    return alone or list(rest)


def told(parts: Sequence[Part], found: Weighed[One], stands: VerdictWord) -> Struck:
    """Both verdicts and the one that stands, with the rows by probe and piece of evidence, and a sentence that says so."""
    every = became(parts, found.fell, found.out)
    made = Struck(as_submitted=_word(found.submitted), struck=_word(found.struck), stands=stands, says="", parts=every)
    return worded(made)


def worded(one: Struck, assurance: Assurance = "on-paper") -> Struck:
    """The same with its sentence, for a verdict of that assurance: what would be is never more than on paper."""
    every = one.parts
    rows = {(rows.resource, row) for part in every for rows in part.rows for row in rows.rows}
    probes = sorted({part.probe for part in every})
    count = len(rows)
    asked = f"{plural(count, 'row')} {agree(count, 'is', 'are')} asked about by {' and '.join(probes)}."
    both = _both(one, agree(count, "that row", "those rows"), assurance)
    return one.model_copy(update={"says": f"{asked} {both} {_rest(every)}"})


def _both(one: Struck, rows: str, assurance: Assurance) -> str:
    if one.as_submitted == one.struck == one.stands:
        return f"With or without {rows} the verdict is {said(one.stands, assurance)}."
    return (
        f"With nothing struck the verdict would be {said(one.as_submitted)}; with {rows} struck {said(one.struck)}. "
        f"{said(one.stands, assurance)}, stands."
    )


def _rest(parts: Sequence[StruckPart]) -> str:
    fell: dict[Why, list[str]] = {}
    for name, why in {part.evidence: part.why for part in parts if part.became == "falls"}.items():
        fell.setdefault(why, []).append(name)
    if not fell:
        return "Everything else is judged as it was submitted."
    return " ".join(
        f"{_named(names)} {agree(len(names), 'is', 'are')} trusted less as a whole: {agree(len(names), *_WHY[why])}."
        for why, names in fell.items()
    )


def _named(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return f"{', '.join(names[: NAMED - 1])} and {len(names) - NAMED + 1} more"
    return in_a_row(names)


_WHY: dict[Why, tuple[str, str]] = {
    "": ("", ""),
    "verdict-hangs": (
        "the verdict hangs on rows of it that are asked about",
        "the verdict hangs on rows of them that are asked about",
    ),
    "most-of-it": (
        "more than half of its rows are asked about",
        "more than half of the rows of each are asked about",
    ),
    "much-of-it": (
        "a quarter of its rows or more are strongly asked about",
        "a quarter or more of the rows of each are strongly asked about",
    ),
}
