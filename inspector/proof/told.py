"""What is said of margins: how many rows of how many, the verdict that they leave, and how that was found."""

from collections.abc import Sequence

from inspector.model import elements
from inspector.model.assurance import said
from inspector.model.evidence import Rows
from inspector.model.ladder import VerdictWord
from inspector.model.rows import runs
from inspector.model.visits import Assurance, How, Margin, Margins
from inspector.model.words import agree, in_a_row, plural
from inspector.proof.pieces import THERE

NAMED = 6
"""So many runs of rows, or members of a group, are named in a sentence; all of them are in the table."""
_HOW: dict[How, str] = {
    "exact": "every smaller set was tried",
    "greedy": "found along an order, the worst first; fewer may do",
    "random": "found at random; fewer may do",
}


def without_any(verdict: VerdictWord, assurance: Assurance = "on-paper") -> Margins:
    """Of a verdict that no evidence could fall out of and leave lower."""
    says = f"{said(verdict, assurance)}: with all of the evidence gone it would be no lower."
    return Margins(verdict=verdict, thorough=True, says=says, settled=says)


def all_of(
    verdict: VerdictWord, pieces: Sequence[Margin], leans: tuple[str, ...], assurance: Assurance = "on-paper"
) -> Margins:
    """All margins with what is said of them."""
    worded = tuple(_worded(one) for one in pieces)
    says = f"{said(verdict, assurance)}, hangs {_on(worded)}. " + " ".join(
        part.says for one in worded for part in (one, *one.parts) if part.says
    )
    return Margins(
        verdict=verdict, pieces=worded, leans=leans, thorough=True, says=f"{says} {_at_once(worded)}".strip()
    )


def _on(pieces: Sequence[Margin]) -> str:
    """`on the improvement log and, once everything else is gone that speaks for it, on the figures of 5 measures together`."""
    alone, bare = ([called(one) for one in pieces if one.bare == gone] for gone in (False, True))
    if not bare:
        return f"on {in_a_row(alone)}"
    last = "once everything else is gone that speaks for it"
    return f"on {in_a_row(alone)} and, {last}, on {in_a_row(bare)}" if alone else f"on {in_a_row(bare)} {last}"


def cheap(verdict: VerdictWord, one: Margin | None, assurance: Assurance = "on-paper") -> Margins:
    """The bound that a report gives; without a piece that carries alone, where to ask for more."""
    if one is None:
        says = (
            f"{said(verdict, assurance)}, hangs on no one piece of evidence whose rows could fall out: "
            "`inspector margin` says which pieces carry it together, and by how many rows."
        )
        return Margins(verdict=verdict, says=says, settled=says)
    told = one.model_copy(
        update={
            "says": f"{said(verdict, assurance)}, hangs on {called(one)}: {_number(one, at_most=True)} "
            f"({_found(one)}; `inspector margin` looks further)."
        }
    )
    return Margins(verdict=verdict, pieces=(told,), says=told.says)


def at_most(one: Margin) -> str:
    """`At most 6 of its 500 rows would have to be wrong … before it were EMERGING, on paper.`"""
    says = _number(one, at_most=True)
    return f"{says[0].upper()}{says[1:]}."


def called(one: Margin) -> str:
    """A piece in words: `the improvement log`, `the figures of 5 measures together`."""
    if one.members:
        besides = " that have to be there" if one.evidence == THERE else ""
        return f"the figures of {plural(len(one.members), 'measure')}{besides} together"
    kind, _, name = one.evidence.partition("/")
    return f"the figures of {name}" if name else f"the {kind.replace('-', ' ')}"


def _worded(one: Margin) -> Margin:
    parts = tuple(part.model_copy(update={"says": _of_part(part)}) for part in one.parts)
    return one.model_copy(update={"says": _of_whole(one), "parts": parts})


def _of_whole(one: Margin) -> str:
    if one.rows is None:
        return f"Of {called(one)}, no number of rows that was tried makes it lower."
    says = f"Of {called(one)}, {_number(one)} ({_found(one)}; tried: {places(one)})."
    if one.at_worst is not None and one.at_worst < one.rows:
        worst = plural(one.at_worst, one.unit)
        says += (
            f" Were months not missing but as bad for it as any of their series, {worst} would do: no sample can rule that out, "
            "and no claim is made of it."
        )
    return says


def _of_part(one: Margin) -> str:
    if one.part == "key":
        rows = agree(one.of, "is a key row, to be looked at", "are key rows, to be looked at one and all")
        return f"No sample finds so few: {plural(one.of, one.unit)} {rows} ({rows_in_words(one.key)})."
    if one.rows is None:
        return f"With those as written, all of the other {one.of} may be wrong."
    return f"With those as written, {_number(one, other=True)} ({_found(one)})."


def _number(one: Margin, *, other: bool = False, at_most: bool = False) -> str:
    """`61 of its 500 rows would have to be wrong, all of the worst choice, before it were EMERGING, on paper`."""
    of = f"{'the other' if other else 'its'} {plural(one.of, one.unit)}"
    rows = f"{'at most ' if at_most else ''}{one.rows} of {of} would have to be wrong"
    choice = ", all of the worst choice," if one.rows != 1 else ""
    bare = ", with everything else gone that speaks for it," if one.bare else ""
    return f"{rows}{choice}{bare} before it were {said(one.then) if one.then else 'lower'}".replace(",,", ",")


def _found(one: Margin) -> str:
    return _HOW[one.how]


def _at_once(pieces: Sequence[Margin]) -> str:
    every = [part for one in pieces for part in (one.parts or (one,))]
    if any(one.together is None for one in every):
        return "Were everything else gone that speaks for it, it would not stand: no claim can be made."
    told = [f"{one.together} of {_short(one)}" for one in every]
    besides = "with everything gone besides that speaks for it"
    return f"At once {in_a_row(told)} may be wrong, as far as was tried, {besides}, and it stands."


def _short(one: Margin) -> str:
    rows = plural(one.of, one.unit)
    of = {"whole": f"the {rows} of {called(one)}", "key": f"the {one.of} key {agree(one.of, one.unit, one.unit + 's')}"}
    return of.get(one.part, f"the other {rows}")


def places(one: Margin) -> str:
    """The rows that were tried: `improvement-log.csv rows 12, 15-17`."""
    return rows_in_words(one.worst)


def rows_in_words(found: Sequence[Rows]) -> str:
    """`improvement-log.csv rows 12, 15-17; figures.csv row 3`."""
    return "; ".join(f"{one.resource} {_those(one)}" for one in found)


def _those(one: Rows) -> str:
    """`rows 12, 15-17`, or of JSON the elements, counted from 0 as reports count them: `case-reviews[3-7]`."""
    if one.paths:
        every = elements.runs(one.paths)
    else:
        every = [f"{low}" if low == high else f"{low}-{high}" for low, high in runs(one.rows)]
    more = [plural(len(every) - NAMED, "more place")] if len(every) > NAMED else []
    told = ", ".join([*every[:NAMED], *more])
    return told if one.paths else f"{agree(len(one.rows), 'row', 'rows')} {told}"
