"""What an inspector says put into his records: once where he says it twice, as a correction only where he says that it is one."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from inspector.model.ladder import Standing
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import error
from inspector.model.visits import Entry, EntryKind, Seen
from inspector.model.words import short
from inspector.proof.answers import normal
from inspector.proof.appending import Appending
from inspector.proof.folder import RECORDS, Visit
from inspector.proof.standing import standing_entries
from inspector.proof.strange import question_problems, row_problems, theme_problems

LONGEST_FOUND = 1_000


class Draft(NamedTuple):
    """What is to be written down of a row, a theme or a question, by whom it is and when it was found."""

    kind: EntryKind
    about: str
    at: str
    seen: Seen | None = None
    found: tuple[tuple[str, str], ...] = ()
    standing: Standing | None = None
    says: str = ""


class Recorded(NamedTuple):
    """What became of drafts: entries that were written, what was written before in the same words, and what was refused."""

    written: tuple[Entry, ...]
    again: tuple[str, ...]
    refused: tuple[Problem, ...]


def record(file: Appending, visit: Visit, drafts: Iterable[Draft], correct: Collection[str] = ()) -> Recorded:
    """Write down what can be, each on the disk before the next. `correct` are rows, themes or questions to be corrected.

    Refused are rows that were not drawn, what the plan does not know, and what was written otherwise before and is not to be
    corrected. Raises OSError.
    """
    written, again, refused = [], [], []
    for draft in drafts:
        if wrong := _refused(visit, draft):
            refused.append(wrong)
            continue
        plain = _plain(draft)
        before = [one for one in standing_entries(file.known) if (one.kind, one.about) == (draft.kind, draft.about)]
        if before and all(_same(one, plain) for one in before):
            again.append(draft.about)
        elif bool(before) != (draft.about in correct) and not _fills_in(before, plain):
            refused.append(_not_so(draft, bool(before)))
        else:
            # Two of the same inspector, from two machines, are each corrected.
            hashes: list[str | None] = [one.hash for one in before] or [None]
            written += [
                file.add(kind=draft.kind, about=draft.about, at=draft.at, corrects=one, **plain) for one in hashes
            ]
    return Recorded(tuple(written), tuple(again), tuple(refused))


def _plain(draft: Draft) -> dict[str, Any]:
    found = tuple(sorted((field, text.strip()) for field, text in draft.found if text.strip()))
    return {"seen": draft.seen, "found": found, "standing": draft.standing, "says": draft.says.strip()}


def _same(entry: Entry, plain: dict[str, Any]) -> bool:
    """Whether an entry says the same, a day or number perhaps in another spelling."""
    words = (entry.seen, entry.standing, entry.says) == (plain["seen"], plain["standing"], plain["says"])
    return words and _forms(entry.found) == _forms(plain["found"])


def _forms(found: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(field, normal(field, text) or text) for field, text in found}


def _fills_in(before: Collection[Entry], plain: dict[str, Any]) -> bool:
    """Whether what was found is only filled in further: nothing that was said before is taken back."""
    return bool(before) and all(
        one.kind == "found"
        and one.seen == plain["seen"]
        and _forms(one.found) <= _forms(plain["found"])
        and one.says in plain["says"]
        for one in before
    )


def _refused(visit: Visit, draft: Draft) -> Problem | None:
    known = {"found": row_problems, "judged": theme_problems, "answered": question_problems}
    for wrong in known[draft.kind](visit, draft.about):
        return wrong
    texts = [draft.says, *(text for _, text in draft.found)]
    if any(not _whole(text) for text in texts):
        return _error(
            "record-text", draft, "what was written holds characters that are none", "write it again, in UTF-8"
        )
    if len(draft.says) > most("note-characters"):
        message = f"what was written has {len(draft.says):,} characters, and the limit is {words('note-characters')}"
        return _error("record-text", draft, message, raise_it("note-characters"))
    if any(len(text) > LONGEST_FOUND for text in texts[1:]):
        message = f"what was found of a field has more than {LONGEST_FOUND:,} characters"
        return _error("record-text", draft, message, "put what is longer into the note")
    return None


def _whole(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _not_so(draft: Draft, before: bool) -> Problem:
    if before:
        message = "you wrote something else of it before, and nothing is written over"
        key = f" {short(draft.about, 60)}" if draft.kind == "found" else ""
        return _error("recorded-before", draft, message, f"say that it is a correction: --correct{key}")
    return _error(
        "nothing-to-correct", draft, "you have written nothing of it that could be corrected", "leave --correct out"
    )


def _error(rule: str, draft: Draft, message: str, fix: str) -> Problem:
    return error(rule, Where(file=RECORDS, key=draft.about), message, fix=fix)
