"""Entries as the text that is hashed: JSON with sorted keys and no spaces, without what is as it is by default."""

import hashlib
import json
import os
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from inspector.model.register import BODIES, Body, Content, Entry, EntryKind
from inspector.register.wrong import refused


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
        said: dict[str, Any] = json.loads(text)
        return Entry(**{**said, "body": BODIES[said["kind"]](**said["body"])})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # A ValidationError is a ValueError.
        message = "an entry is none that this version knows: a newer one wrote it, or it was changed"
        raise refused("register-entry", message, fix="`inspector register check` says which") from None


def known_as(authority: str) -> str:
    """The name of an authority as it is looked up by: blind to case, width and spaces."""
    wide = unicodedata.normalize("NFKC", authority).casefold()
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in wide).split())


def entered_now() -> str:
    """The time of this run in UTC to the second, that of `SOURCE_DATE_EPOCH` where it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        now = datetime.fromtimestamp(int(seconds), UTC) if seconds.isdigit() else datetime.now(UTC)
    except (OverflowError, ValueError, OSError):
        now = datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
