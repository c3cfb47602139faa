"""A comparison in sections of lines: worded once, laid out by text and page alike."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from inspector.model.ladder import State
from inspector.report.comparison.shape import (
    AgedOf,
    CitedOf,
    ComparisonDocument,
    EnquiryOf,
    FindingOf,
    PromiseOf,
    SideOf,
    ThemeOf,
)
from inspector.report.places import places
from inspector.report.standing_words import WORDS
from inspector.report.wording import Words, counted, fill

FINDINGS = ("new", "gone", "kept")
BECAME = ("overdue", "not-kept", "gone", "open", "kept", "cannot-tell")
"""What somebody has to ask about comes first."""
STATES = ("open", "answered", "not-asked-again", "cannot-be-told")
AGED = ("expired", "counts-for-nothing", "cannot-tell", "holds")


class Item(NamedTuple):
    """One thing: its first line and those below it."""

    line: str
    more: tuple[str, ...] = ()


class Group(NamedTuple):
    """Things under one heading, with their number in words."""

    title: str
    items: tuple[Item, ...]


class Section(NamedTuple):
    """One section: its name, heading, what is said first, and its groups; without groups, what is said of there being none."""

    name: str
    title: str
    says: tuple[str, ...]
    groups: tuple[Group, ...]


def title(d: ComparisonDocument, t: Words) -> str:
    """The heading of the whole."""
    return fill(t["compare"]["title"], authority=d["new"]["authority"])


def side(one: SideOf, t: Words, which: str) -> str:
    """One side on a line: what it is of, and what made it."""
    w = t["compare"]
    return fill(
        w[which],
        start=one["start"],
        end=one["end"],
        given=w["given"][one["given"]],
        framework=one["framework"],
        version=one["framework_version"],
        engine=one["engine"],
        bundle=one["bundle_digest"][:12],
    )


def steps(one: ThemeOf) -> tuple[str | None, str | None]:
    """Where a theme stood then and stands now, in the word that reports print; None where it was not asked."""
    return _word(one["then"], one["then_state"]), _word(one["now"], one["now_state"])


def _word(standing: str | None, state: State | None) -> str | None:
    return WORDS.get(state, standing) if state else standing


def sections(d: ComparisonDocument, t: Words) -> Iterator[Section]:
    """Every section that has something in it, in the order of a report."""
    w = t["compare"]
    yield Section(
        "findings", w["sections"]["findings"], (), tuple(_groups(d["findings"], FINDINGS, w["findings"], _finding))
    )
    for name, some in (("promises", _ours(d, ours=False)), ("wanted", _ours(d, ours=True))):
        if some:
            yield Section(
                name, w["sections"][name], (w["intro"][name],), tuple(_groups(some, BECAME, w["became"], _promise))
            )
    if d["enquiries"]:
        says = counted(w["enquiries_said"], len(d["enquiries"]))
        groups = tuple(_groups(d["enquiries"], STATES, w["enquiries"], _enquiry))
        yield Section("enquiries", w["sections"]["enquiries"], (says,), groups)
    if d["aged"]:
        yield Section(
            "aged", w["sections"]["aged"], (w["intro"]["aged"],), tuple(_groups(d["aged"], AGED, w["aged"], _old))
        )
    if "calibration" in d:
        yield Section("calibration", t["sections"]["calibration"], (d["calibration"]["says"],), ())


def _ours(d: ComparisonDocument, *, ours: bool) -> list[PromiseOf]:
    """What the result itself wanted, or else what the authority promised and claimed."""
    return [one for one in d["promises"] if (one["sort"] in ("assurance", "missing", "step")) == ours]


def _groups(some: Iterable[Any], order: Sequence[str], words: Words, lay: Any) -> Iterator[Group]:
    for state in order:
        mine = [one for one in some if one["state"] == state]
        if mine:
            yield Group(counted(words[state], len(mine)), tuple(lay(one) for one in mine))


def _finding(one: FindingOf) -> Item:
    name = one["now_id"] or one["then_id"]
    if one["state"] == "new":
        return Item(f"[{name}] {one['now_says']}", _places(now=one["now"]))
    if one["state"] == "gone":
        return Item(f"[{name}] {one['then_says']}", (*([one["why"]] if one["why"] else []), *_places(one["then"])))
    if one["then_says"] == one["now_says"]:
        return Item(f"[{name}] {one['now_says']}", ())
    return Item(f"[{name}] {one['now_says']}", (f"Then: {one['then_says']}",))


def _promise(one: PromiseOf) -> Item:
    due = f" Due by {one['due']}." if one["due"] else ""
    return Item(
        f"{_ended(one['promised'])}{due}",
        (_ended(f"Then: {one['then_said']}"), one["says"], *_places(one["then"], one["now"])),
    )


def _ended(text: str) -> str:
    return text if text.rstrip('”"').endswith((".", "?", "!", "…")) else f"{text}."


def _enquiry(one: EnquiryOf) -> Item:
    again = [q for q in one["asked_now"] if q != one["question"]]
    more = [one["says"], *(f"Asked now: {q}" for q in again)]
    return Item(f"{one['question']} [{', '.join(one['because'])}]", tuple(more))


def _old(one: AgedOf) -> Item:
    return Item(one["says"], _places(one["then"], one["now"]))


def _places(then: CitedOf | None = None, now: CitedOf | None = None) -> tuple[str, ...]:
    parts = [
        f"{word}: {places(side['rows'])}" for word, side in (("then", then), ("now", now)) if side and side["rows"]
    ]
    return (f"Rows {'; '.join(parts)}.",) if parts else ()
