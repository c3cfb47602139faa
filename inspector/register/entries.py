"""Entries as the text that is hashed: JSON with sorted keys and no spaces, without what is as it is by default."""

import hashlib
import json
import os
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from inspector.model.limits import most, raise_it, words
from inspector.model.register import BODIES, Body, Content, Entry, EntryKind
from inspector.register.wrong import refused

_READERS: dict[str, type[Entry]] = {
    kind: type(f"{body.__name__}Entry", (Entry,), {"__annotations__": {"body": body}, "__module__": __name__})
    for kind, body in BODIES.items()
}
"""An entry whose body is known to be of one kind is read five times as fast."""


@dataclass(frozen=True)
class Draft:
    """What is to be entered: an entry without its place and time. `contents` are names and bytes."""

    kind: EntryKind
    authority: str
    body: Body
    about: tuple[int, ...] = ()
    contents: tuple[tuple[str, bytes], ...] = ()

    def entry(self, index: int, entered_at: str) -> Entry:
        """The entry at that place and time."""
        return Entry(
            index=index,
            kind=self.kind,
            entered_at=entered_at,
            authority=self.authority,
            about=self.about,
            body=self.body,
            contents=tuple(Content(name=name, sha256=hash_of(data), bytes=len(data)) for name, data in self.contents),
        )


def hash_of(data: bytes) -> str:
    """The sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def canonical(entry: Entry) -> str:
    """The text of an entry. What has its default is left out, so that fields of later versions change no old text."""
    said = entry.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def entry_of(text: str) -> Entry:
    """The entry of such a text. Raises CannotComplete for what is none, as in a register of a newer version."""
    try:
        read = _READERS[kind_of(text)].model_validate_json(text)
    except (ValueError, KeyError, AttributeError, TypeError):
        # A ValidationError is a ValueError.
        message = "an entry is none that this version knows: a newer one wrote it, or it was changed"
        raise refused("register-entry", message, fix="`inspector register check` says which") from None
    return Entry.model_construct(read.model_fields_set, **read.__dict__)


def kind_of(text: str) -> str:
    """The kind that a canonical text says; keys are sorted, so that it is the last but for nothing that has that name."""
    return text[text.rindex('"kind":"') + 8 :].partition('"')[0]


def known_as(authority: str) -> str:
    """The name of an authority as it is looked up by: blind to case, width and spaces."""
    wide = unicodedata.normalize("NFKC", authority).casefold()
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in wide).split())


def seconds_between(before: str, after: str) -> float:
    """How many seconds lie between two times as entries have them."""
    return (datetime.fromisoformat(after) - datetime.fromisoformat(before)).total_seconds()


def entered_now() -> str:
    """The time of this run in UTC to the second, that of `SOURCE_DATE_EPOCH` where it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        now = datetime.fromtimestamp(int(seconds), UTC) if seconds.isdigit() else datetime.now(UTC)
    except (OverflowError, ValueError, OSError):
        now = datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def sayable(text: str, what: str) -> str:
    """A text that somebody gives to be entered. Raises CannotComplete for none, for too long a one, and for what is no text."""
    found = text.strip()
    try:
        found.encode()
    except UnicodeEncodeError:
        raise refused("register-text", f"{what} holds signs that are no text", fix="write it in UTF-8") from None
    if not found:
        raise refused("register-text", f"{what} says nothing")
    if len(found) > most("note-characters"):
        message = f"{what} has {len(found):,} characters, and the limit is {words('note-characters')}"
        raise refused("register-text", message, fix=raise_it("note-characters"))
    return found
