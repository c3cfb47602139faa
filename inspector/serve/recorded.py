"""What an inspector filled in put into his records, as `inspector visit record`, `answer` and `judge` do; nothing else writes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from inspector.model.ladder import STANDINGS, Standing
from inspector.model.visits import Entry, Seen
from inspector.proof import chain
from inspector.proof.answers import normal, sort_of
from inspector.proof.appending import appending, name_of
from inspector.proof.asked_rows import asked_of
from inspector.proof.asks import Ask, ask_of
from inspector.proof.folder import Visit
from inspector.proof.recording import Draft, record
from inspector.proof.row_standing import fields
from inspector.proof.seen_words import SEEN
from inspector.proof.standing import of_folder, standing_entries
from inspector.report.wording import Words, fill
from inspector.serve.asked import Asked


class Filled(NamedTuple):
    """What was filled in, and what is wrong with it: by the name of its place in the form, in words."""

    by: str
    draft: Draft | None
    wrong: dict[str, str]


class Done(NamedTuple):
    """What became of it: entries written, whether it stood there in the same words before, why it was refused."""

    written: tuple[Entry, ...]
    again: bool
    refused: tuple[str, ...]


def row(asked: Asked, asks: Sequence[Ask], key: str, words: Words) -> Filled:
    """What was filled in of a row."""
    by, at, wrong = _who_and_when(asked, words)
    seen = asked.filled("seen")
    if seen not in SEEN:
        wrong["seen"] = words["seen_wrong"]
    found = [(one, asked.filled(f"found-{one.field}").strip()) for one in asks]
    for one, text in found:
        if text and one.compared and normal(one.field, text) is None:
            wrong[f"found-{one.field}"] = fill(words["value_wrong"], sort=words["sorts"][sort_of(one.field)])
    kept = tuple((one.field, text) for one, text in found if text)
    draft = Draft("found", key, at, cast(Seen, seen), kept, says=asked.filled("note"))
    return Filled(by, None if wrong else draft, wrong)


def answer(asked: Asked, question: str, words: Words) -> Filled:
    """What was answered to a question."""
    by, at, wrong = _who_and_when(asked, words)
    says = asked.filled("note")
    if not says.strip():
        wrong["note"] = words["answer_wrong"]
    return Filled(by, None if wrong else Draft("answered", question, at, says=says), wrong)


def judgement(asked: Asked, theme: str, words: Words) -> Filled:
    """Where a theme stands by the inspector's own judgement, and why."""
    by, at, wrong = _who_and_when(asked, words)
    standing, says = asked.filled("standing"), asked.filled("note")
    if standing not in STANDINGS:
        wrong["standing"] = words["standing_wrong"]
    if not says.strip():
        wrong["note"] = words["reason_wrong"]
    draft = Draft("judged", theme, at, standing=cast(Standing, standing), says=says)
    return Filled(by, None if wrong else draft, wrong)


def _who_and_when(asked: Asked, words: Words) -> tuple[str, str, dict[str, str]]:
    wrong, by, day = {}, "", asked.filled("when").strip()
    try:
        by = name_of(asked.filled("by"))
    except ValueError as why:
        wrong["by"] = str(why)
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    if day:
        try:
            at = date.fromisoformat(day).isoformat()
        except ValueError:
            wrong["when"] = words["day_wrong"]
    return by, at, wrong


def written(visit: Visit, filled: Filled, *, correct: bool) -> Done:
    """Write it down: on the disk when this returns. Raises CannotComplete and OSError as the command does."""
    draft = filled.draft
    assert draft is not None
    completes = draft.kind == "found" and any(
        one.missing and filled.by in one.by for one in of_folder(visit).rows if one.key == draft.about
    )
    with appending(visit.folder, filled.by, visit.plan.seal) as file:
        done = record(file, visit, [draft], [draft.about] if correct or completes else [])
    return Done(done.written, bool(done.again), tuple(one.message for one in done.refused))


def own(visit: Visit, by: str, kind: str, about: str) -> Entry | None:
    """What this inspector said of it last, if anything."""
    entries = standing_entries(chain.entries(chain.of_folder(visit.folder, visit.plan.seal)))
    return next((one for one in entries if (one.by, one.kind, one.about) == (by, kind, about)), None)


def told(visit: Visit, key: str, words: Words) -> list[str]:
    """What is said of a row once it is recorded: what differs from what is written, and never what is written."""
    entries = standing_entries(chain.entries(chain.of_folder(visit.folder, visit.plan.seal)))
    found = []
    for entry in (one for one in entries if (one.kind, one.about) == ("found", key)):
        how = fields(visit, key, entry)
        differs, open_ = (
            ", ".join(ask_of(field).label for field, is_so in how.items() if is_so == word)
            for word in ("differs", "not-read")
        )
        if differs:
            found.append(fill(words["differs"], labels=differs))
        elif open_ and entry.seen == "seen":
            found.append(fill(words["to_fill_in"], labels=open_))
    return list(dict.fromkeys(found))


def asks_of(visit: Visit, key: str) -> tuple[Ask, ...]:
    """What is asked of a row."""
    return asked_of(visit.plan, visit.frame)[key]


def values_of(entry: Entry | None) -> dict[str, Any]:
    """An entry as it goes back into its form."""
    if entry is None:
        return {}
    found = {f"found-{field}": text for field, text in entry.found}
    return {
        **found,
        "seen": entry.seen or "",
        "note": entry.says,
        "standing": entry.standing or "",
        "when": entry.at[:10],
    }
