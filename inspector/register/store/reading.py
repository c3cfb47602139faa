"""What a register says: entries, what they keep, and what an authority's submissions held."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select

from inspector.model.held import Held
from inspector.model.register import Entry, EntryKind
from inspector.register.entries import entry_of, known_as
from inspector.register.store import packing, tables
from inspector.register.store.proving import CHECK, Proving
from inspector.register.wrong import refused

HELD = "held.json"
LEAST_DIGITS = 8
"""So many digits of a root at least find a submission."""


class Reading(Proving):
    """Entries, by their number, kind, authority or root; and their contents."""

    def entries(
        self,
        *,
        kind: EntryKind | None = None,
        authority: str | None = None,
        root: str | None = None,
        about: int | None = None,
        first: int = 0,
        last: int | None = None,
    ) -> list[Entry]:
        """The entries that fit, in their order. The authority is looked up blind to case and spaces."""
        at = tables.entries.c
        wanted = select(at.text).where(at.number >= first).order_by(at.number)
        for column, value in ((at.kind, kind), (at.root, root)):
            wanted = wanted if value is None else wanted.where(column == value)
        wanted = wanted if authority is None else wanted.where(at.authority == known_as(authority))
        wanted = wanted if last is None else wanted.where(at.number <= last)
        if about is not None:
            wanted = wanted.where(at.number.in_(select(tables.about.c.number).where(tables.about.c.of == about)))
        return [entry_of(row.text) for row in self.base.rows(wanted)]

    def entry(self, index: int) -> Entry:
        """An entry. Raises CannotComplete where there is none."""
        return entry_of(self.text(index))

    def find(self, text: str) -> Entry:
        """The entry of that number, or the submission of that root (its first 8 digits at least). Raises CannotComplete."""
        wanted = text.strip().lower()
        if wanted.isascii() and wanted.isdigit() and len(wanted) < LEAST_DIGITS:
            return self.entry(int(wanted))
        digits = wanted.removeprefix("sha256:")
        if len(digits) < LEAST_DIGITS or not all(c in "0123456789abcdef" for c in digits):
            digits = f"the first {LEAST_DIGITS} digits, or more, of the root of a submission"
            message = f"{text[:80]!r} is neither the number of an entry nor {digits}"
            raise refused("no-such-entry", message, self.place, fix="`inspector register list` has both")
        at = tables.entries.c
        like = select(at.text).where(at.kind == "submission", at.root.like(f"sha256:{digits}%")).order_by(at.number)
        found = [entry_of(row.text) for row in self.base.rows(like.limit(2))]
        if len(found) != 1:
            message = (
                f"{'no submission has' if not found else 'several submissions have'} a root that begins {digits[:64]}"
            )
            raise refused("no-such-entry", message, self.place, fix="`inspector register list` has the roots")
        return found[0]

    def authorities(self) -> list[tuple[str, int]]:
        """Every authority as its last entry spells it, with how many entries it has; sorted by name."""
        at = tables.entries.c
        groups = select(func.max(at.number).label("last"), func.count().label("many")).group_by(at.authority).subquery()
        both = select(at.text, groups.c.many).join_from(tables.entries, groups, at.number == groups.c.last)
        return sorted((entry_of(row.text).authority, row.many) for row in self.base.rows(both))

    def raw_texts(self, first: int) -> Iterator[tuple[int, str, str, str]]:
        """Number, text and the columns of kind and authority of every entry from `first` on, as they lie there."""
        at = tables.entries.c
        wanted = select(at.number, at.text, at.kind, at.authority).where(at.number >= first).order_by(at.number)
        for number, text, kind, authority in self._all(wanted):
            if not all(isinstance(one, str) for one in (text, kind, authority)):
                raise refused("register-entry", f"entry {number} is no text", self.place, fix=CHECK)
            yield number, text, kind, authority

    def names(self) -> list[tuple[str, int, int]]:
        """Every authority as it is looked up by, how many entries it has, and the number of the last; sorted by name."""
        at = tables.entries.c
        wanted = select(at.authority, func.count().label("many"), func.max(at.number).label("last"))
        found = self.base.rows(wanted.group_by(at.authority).order_by(at.authority))
        return [(row.authority, row.many, row.last) for row in found]

    def content(self, sha256: str) -> bytes:
        """A content by its hash. Raises CannotComplete where it is missing or no longer what its hash says."""
        found = self.base.one(select(tables.contents).where(tables.contents.c.sha256 == sha256))
        if found is None:
            raise refused("register-content", f"a content is missing ({sha256[:19]}…)", self.place)
        return packing.unpacked(found, self.place)

    def content_of(self, entry: Entry, name: str) -> bytes | None:
        """The content of that name; None where the entry has none."""
        found = next((one for one in entry.contents if one.name == name), None)
        return self.content(found.sha256) if found else None

    def held(self, entry: Entry) -> Held | None:
        """What a submission held, received when it was entered; None where that was not kept."""
        found = self.content_of(entry, HELD)
        if found is None:
            return None
        try:
            kept = Held.model_validate_json(found)
        except ValueError:
            message = f"what submission {entry.index} held was written by a newer version"
            raise refused("register-content", message, self.place) from None
        known = self.keys
        who = {"received_by": "register", "register_key": known[0].id if known else "", "entry": entry.index}
        return kept.model_copy(update={"received_on": day_of(entry), "root": entry.body.root, **who})  # type: ignore[union-attr]

    def earlier(self, authority: str, root: str | None = None, before: int | None = None) -> tuple[Held, ...]:
        """What an authority's submissions held, oldest first: never the one of that root, and none entered after it.

        `before` is the number of an entry; only what was entered before it counts.
        """
        found = self.entries(kind="submission", authority=authority)
        own = next((one.index for one in found if root is not None and one.body.root == root), None)  # type: ignore[union-attr]
        end = min(one for one in (own, before, 2**31) if one is not None)
        kept = (self.held(one) for one in found if one.index < end)
        return tuple(one for one in kept if one is not None)


def day_of(entry: Entry) -> date:
    """The day on which an entry was made, in UTC."""
    return date.fromisoformat(entry.entered_at[:10])
