"""Texts, days or figures that are those of a shipped example, or words of the simulator.

Tests:
    How many texts of each kind of record hold the runs of words of a shipped example, or those that simulated
    logs are made of; how many entries of the log follow one another with the same days and decisions as in an example; and
    whether a monthly series moves from month to month as one of an example does. Exchanged words, dropped rows, shifted
    dates and scaled figures leave enough of all three.

Why it matters:
    The examples show what evidence looks like. What is theirs tells nothing about anybody who submits it.

Innocent explanations:
    The bundle is an exercise, and its manifest does not say so.
    It was begun from an example, and rows of the example were left in it.
    Whoever wrote the texts took sentences of an example for how such texts are written.

Ask:
    How was this file begun: from an example, or from a system of yours?
    Which of these rows are about work that was done here, and who did it?

Cannot tell:
    Who put the rows there. Texts told again in wholly new words are not known again, nor series of fewer than 19 months, nor
    those that are not monthly. Of an example that bears its own name, and of a simulated authority, nothing is asked where
    the manifest says that it is one: the first lines of every report then say so.
    Nor can it be told whether a machine wrote: only what is already known is known again. A strong question rests on counting
    and not on chance.

Reference:
    Broder (1997), On the resemblance and containment of documents, Compression and Complexity of Sequences, 21-29; Fisher
    (1915), Biometrika 10(4), 507-521 (the correlation of chance).
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, series

if TYPE_CHECKING:
    from inspector.evidence.known import Source

ABOUT = About(id="known-text", title="Known from the examples", fields=FIELDS, needs=("improvement-log", "indicators"))
LOOKS_AT = "what is known from elsewhere"
STRIKES = True
PART, RUNS = 0.3, 3
"""Share of the runs of words of a text, and number of them, from which a text is known."""
SOME, LEAST = 3, 0.05
"""Rows that are known, in number and share, from which a question is put."""
MANY, LARGE = 10, 0.25
"""Rows that are known, in number and share, from which it is a strong one."""
ALIKE, SURE = 0.9, 1e-6
"""Correlation of the steps of two series, and the chance of it, from which a question is put, a strong one."""
SIMULATOR = "simulator"
INNOCENT = (
    "The bundle is an exercise, and its manifest does not say so.",
    "It was begun from an example, and rows of the example were left in it.",
    "Whoever wrote the texts took sentences of an example for how such texts are written.",
)
ASK = (
    "How was this file begun: from an example, or from a system of yours?",
    "Which of these rows are about work that was done here, and who did it?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Row(NamedTuple):
    """A row with the sources it is known from by its words and by its days, and whether it says enough to be known."""

    row: Located
    words: tuple[str, ...]
    days: tuple[str, ...]
    enough: bool


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each kind of record with texts, one for each monthly series, and one for all too short."""
    from inspector.evidence.known import sources

    known = [one for one in sources() if not _own(evidence, sources(), one)]
    if not known:
        return (TELL.not_applicable("improvement-log", "This is an example, and says so itself."),)
    rows = _rows(evidence, known)
    tested = [trace for subject in sorted(rows) if (trace := _texts(subject, rows[subject])) is not None]
    tested += [trace for id, figures in series(evidence).items() if (trace := _figures(id, figures, known)) is not None]
    n = sum(map(len, rows.values())) + len(evidence.figures)
    short = f"{plural(n, 'row')} with too few words and figures to be known again." if n and not tested else ""
    return TELL.settled(tested, "improvement-log", short, "There are no texts and no figures.", n)


def _own(evidence: Evidence, every: Sequence["Source"], one: "Source") -> bool:
    """Whether a bundle says itself that it is what it would be known as: an example by its name, a simulated authority."""
    own = any(evidence.authority == other.authority for other in every)
    return evidence.invented and (own or one.name == SIMULATOR)


def _rows(evidence: Evidence, known: Sequence["Source"]) -> dict[str, list[_Row]]:
    from inspector.evidence.known import days, texts
    from inspector.stats.known import runs

    theirs, follow = _by_number(known, "runs"), _by_number(known, "days")
    same = {(entry.resource, entry.row): follow.get(number, ()) for number, entry in days(evidence.log)}
    found: dict[str, list[_Row]] = {}
    for subject, row, text in texts(evidence):
        own = runs(text)
        hits = Counter(name for number in own for name in theirs.get(number, ()))
        words = tuple(name for name, many in hits.items() if many >= max(RUNS, PART * len(own)))
        by_days = same.get((row.resource, row.row), ()) if subject == "improvement-log" else ()
        found.setdefault(subject, []).append(_Row(row, words, by_days, len(own) >= RUNS or bool(by_days)))
    return found


def _by_number(known: Sequence["Source"], what: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for one in known:
        for number in sorted(getattr(one, what)):
            found[number] = (*found.get(number, ()), one.name)
    return found


def _texts(subject: str, rows: Sequence[_Row]) -> Trace | None:
    able = [one for one in rows if one.enough]
    if len(able) < SOME:
        return None
    n, held = len(able), [one for one in able if one.words or one.days]
    many = len(held)
    asks = many >= max(SOME, LEAST * n)
    strong = many >= max(MANY, LARGE * n)
    return TELL.tested(
        "strong-question" if strong else "question" if asks else "clear",
        subject,
        _said(n, held),
        n,
        p_value=None,
        effect=many / n,
        smallest=min(1.0, max(SOME / n, LEAST)),
        rows=[one.row for one in (held if asks else able)],
    )


def _said(n: int, held: Sequence[_Row]) -> str:
    many = len(held)
    says = f"{many} of {plural(n, 'row')} {agree(many, 'is', 'are')} known from a shipped example or the simulator"
    if held:
        often = Counter(name for one in held for name in {*one.words, *one.days})
        name = min(often, key=lambda one: (-often[one], one))
        by_words, by_days = sum(bool(one.words) for one in held), sum(bool(one.days) for one in held)
        how = f"{by_words} by {agree(by_words, 'its', 'their')} words"
        how += f" and {by_days} by {agree(by_days, 'its', 'their')} days" if by_days else ""
        whence = "the simulator" if name == SIMULATOR else f"the shipped example {name}"
        says += f", {how}; {often[name]} {agree(often[name], 'is', 'are')} those of {whence}"
    return says + "."


def _figures(id: str, figures: Sequence[Figure], known: Sequence["Source"]) -> Trace | None:
    from inspector.evidence.known import line
    from inspector.stats.known import SHARED, likest

    lines = [one for one in known if len(one.lines)]
    one = likest(line(figures), [held for source in lines for held in source.lines])
    if one is None:
        return None
    name = [source.name for source in lines for _ in source.lines][one.place]
    asks = one.alike >= ALIKE and one.p_value < SURE
    says = f"{len(figures)} figures; they move as no series of a shipped example does."
    if asks:
        says = (
            f"{len(figures)} figures; over {one.steps} steps from month to month they move as a series of the shipped example "
            f"{name} does (correlation {one.alike:.2f})."
        )
    return TELL.tested(
        "strong-question" if asks else "clear",
        f"indicator/{id}",
        says,
        len(figures),
        p_value=None,
        effect=min(1.0, (one.steps + 1) / len(figures)) if asks else 0.0,
        smallest=min(1.0, (SHARED + 1) / len(figures)),
        rows=figures,
    )
