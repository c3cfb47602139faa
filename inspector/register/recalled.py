"""What a register knows of an authority's earlier submissions, and the dates that it or a receipt vouches for."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector import files
from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.register import Entry, SubmissionBody
from inspector.register import keys, receipts
from inspector.register.wrong import refused

if TYPE_CHECKING:
    from inspector.register.ed25519 import Public
    from inspector.register.proven import Known

Recall = Callable[[Evidence, tuple[Held, ...]], tuple[Held, ...]]
"""Of the evidence that is judged and what the bundles given hold: all earlier submissions, and the one judged if it is known."""


class Received(NamedTuple):
    """When a submission was received, by an entry that was verified with a key."""

    entry: Entry
    key: str
    by: str

    def dated(self, one: Held) -> Held:
        """What a submission held, received then."""
        day = date.fromisoformat(self.entry.entered_at[:10])
        by = {"received_by": self.by, "register_key": self.key, "entry": self.entry.index}
        return one.model_copy(update={"received_on": day, **by})


def recalled(
    register: str | None,
    given: Sequence[Path] = (),
    key: Path | None = None,
    known: "Known | None" = None,
    signed_by: Path | None = None,
) -> Recall | None:
    """What remembers: a register, receipts, both; None where neither is named. `key` is the public key of the receipts,
    `signed_by` the one that the register has to be signed by: without it the key that it names itself is taken.

    `known`: what was read of registers before, where many bundles are held against one. Raises CannotComplete for receipts that
    prove nothing; what is returned raises it for a register that cannot be read or whose entries are not all those that it
    signed, and for a receipt of another bundle.
    """
    if register is None and not given:
        return None
    proved = tuple((path, _verified(path, key)) for path in given)
    wanted = None if signed_by is None else keys.public(signed_by)

    def recall(evidence: Evidence, held: tuple[Held, ...]) -> tuple[Held, ...]:
        own = _bare(evidence)
        dated = _by_receipts(proved, [*held, own])
        kept = [] if register is None else _of_register(register, evidence, own, known, wanted)
        roots = {one.root for one in kept if one.root is not None}
        return (*kept, *(one for one in dated if one.root is None or one.root not in roots))

    return recall


def _bare(evidence: Evidence) -> Held:
    """The submission that is judged, without its rows."""
    return Held(
        authority=evidence.authority,
        period_start=evidence.period_start,
        period_end=evidence.period_end,
        # No submission came before what it tells of, whatever day it states: what came until then is known of it.
        received_on=max(evidence.submitted_at or evidence.period_end, evidence.period_end),
        root=evidence.root,
    )


def _verified(path: Path, key: Path | None) -> Received:
    if key is None:
        fix = "name the public file (.pub) of the register that it came from"
        raise refused(
            "register-key-missing", "a receipt proves nothing without the public key of its register", str(path), fix
        )
    try:
        text = files.data(path, "file-bytes").decode()
    except (OSError, UnicodeDecodeError) as failure:
        why = getattr(failure, "strerror", None) or "it is not text"
        raise refused("not-a-receipt", f"this cannot be read: {why}", str(path)) from None
    public = keys.public(key)
    found = receipts.verify(receipts.read(text, str(path)), public, place=str(path))
    return Received(found.entry, public.key, "receipt")


def _by_receipts(proved: Iterable[tuple[Path, Received]], held: Sequence[Held]) -> list[Held]:
    """The same, each dated by its receipt. The last is the one that is judged, and is left out where it has none."""
    by_root = {one.root: place for place, one in enumerate(held) if one.root is not None}
    found = list(held)
    dated: set[int] = set()
    for path, one in proved:
        body = one.entry.body
        place = by_root.get(body.root) if isinstance(body, SubmissionBody) else None
        if place is None:
            message = "the receipt is for none of the bundles that are given"
            raise refused(
                "receipt-for-another", message, str(path), "name each bundle as it was submitted, with --earlier"
            )
        found[place] = one.dated(found[place])
        dated.add(place)
    return found if len(held) - 1 in dated else found[:-1]


def _of_register(
    place: str, evidence: Evidence, own: Held, known: "Known | None", wanted: "Public | None"
) -> list[Held]:
    """What it holds of the authority's submissions received before the one that is judged, and when that one was."""
    from inspector.register.book import opened
    from inspector.register.proven import head_beside, proven

    head = head_beside(place)
    with opened(place) as register, register.snapshot():
        public = proven(register, known, head) if register.size or register.keys else None
        if wanted is not None and public is not None and public != wanted:
            message = f"it was signed by {public.name} ({public.key}), and not by {wanted.name} ({wanted.key})"
            raise refused("wrong-register-key", message, place, "name the register, or the key, that you meant")
        every = register.entries(kind="submission", authority=evidence.authority)
        mine = next((one for one in every if _root(one) == evidence.root is not None), None)
        found = register.earlier(evidence.authority, evidence.root)
    if mine is not None and public is not None:
        return [*found, Received(mine, public.key, "register").dated(own)]
    return [one for one in found if one.received_on <= own.received_on and one.period_end <= own.period_end]


def _root(entry: Entry) -> str | None:
    return entry.body.root if isinstance(entry.body, SubmissionBody) else None
