"""A register as the place that bundles come from, that knows of earlier submissions, and that results go to."""

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from inspector.batch import manifests
from inspector.batch.found import Found
from inspector.batch.task import Judged, Refused, Told
from inspector.model.problems import CannotComplete
from inspector.model.register import Entry, ResultBody, SubmissionBody

if TYPE_CHECKING:
    from inspector.register.keys import Signer

ASKED = "batch.json"
"""The content of a result's entry that says by which key it is known again."""


class Registered:
    """Results as entries of a register; each is a transaction of its own, signed, and there whatever happens after."""

    def __init__(self, place: str, signer: "Signer") -> None:
        from inspector.register.book import opened

        self._place, self._signer = place, signer
        with opened(place) as book:
            results = book.entries(kind="result")
        self._there = {one.sha256: entry for entry in results for one in entry.contents if one.name == ASKED}

    def find(self, key: str, name: str) -> Judged | None:
        """The result that was entered under the key. Raises CannotComplete where the register has lost it."""
        from inspector.register.book import opened
        from inspector.register.results import RESULT

        entry = self._there.get(hashlib.sha256(_asked(key)).hexdigest())
        if entry is None:
            return None
        with opened(self._place) as book:
            result = book.content_of(entry, RESULT)
        return None if result is None else Judged(name, result, _told(entry))

    def keep(self, key: str, one: Judged) -> None:
        """Enter it. Raises Refused where the register has no such submission, or says otherwise of it."""
        from inspector.register.book import opened
        from inspector.register.results import draft_of, refuse_twice

        document = json.loads(one.result)
        bundle = document["bundle"]
        try:
            with opened(self._place) as book:
                of_root = book.entries(kind="submission", root=bundle["root"]) if "root" in bundle else []
                meant = of_root or book.entries(kind="submission", authority=bundle["authority"])
                draft = draft_of(document, one.result, meant)
                # Asked when nobody else can write: another run may be entering the same.
                book.append(
                    [replace(draft, contents=(*draft.contents, (ASKED, _asked(key))))],
                    self._signer,
                    guard=lambda held: refuse_twice(one.result, held.entries(kind="result", about=draft.about[0])),
                )
        except CannotComplete as refused:
            if refused.problems[0].rule != "entered-already":
                raise Refused(f"its result was not entered: {refused.problems[0].message}") from None


def _asked(key: str) -> bytes:
    return json.dumps({"key": key}).encode()


def _told(entry: Entry) -> Told:
    body = entry.body
    assert isinstance(body, ResultBody)
    nowhere: dict[str, str] = dict(body.states)
    stands = tuple((theme, nowhere.get(theme, standing)) for theme, standing in body.standings)
    return Told(
        entry.authority, body.period_start, body.period_end, body.verdict, body.assurance, stands, body.digest, body.root,
        body.engine, body.framework, body.framework_version, body.framework_digest,
    )  # fmt: skip


def kept(place: str, *, every: bool) -> tuple[Found, ...]:
    """The submissions of a register, each by a name: the last of each authority, or `every` one. Raises CannotComplete."""
    from inspector.register.book import opened
    from inspector.register.entries import known_as

    with opened(place) as book:
        entries = book.entries(kind="submission")
    chosen = entries if every else list({known_as(one.authority): one for one in entries}.values())
    return tuple(sorted(map(_found, chosen)))


def _found(entry: Entry) -> Found:
    body = entry.body
    assert isinstance(body, SubmissionBody)
    words = re.sub(r"[\W_]+", "-", entry.authority.casefold()).strip("-")[:80] or "authority"
    return Found(f"{words}-{body.period_end}-entry-{entry.index}", Path(), entry.index, body.root)


@contextmanager
def restored(place: str, index: int) -> Iterator[Path]:
    """The bundle of a submission as it was kept, in a folder that is gone afterwards. Raises CannotComplete."""
    from inspector.register import keeping
    from inspector.register.book import opened
    from inspector.register.wrong import refused

    with TemporaryDirectory(prefix="inspector-") as folder:
        with opened(place) as book:
            found = keeping.restored(book, book.entry(index), Path(folder))
        if found is None:
            raise refused(
                "register-content", f"the files of submission {index} were not kept, so that it cannot be judged", place,
                "give the bundle itself, or enter bundles with `inspector register add --keep`",
            )  # fmt: skip
        yield found


def known_of(place: str, path: Path, index: int | None = None) -> str:
    """A digest over all that a register holds of the authority of a bundle but results: what its result could take from it.

    `index`: the bundle is that submission. Empty where a bundle does not say whose it is. Raises CannotComplete.
    """
    from inspector.register.book import opened

    with opened(place) as book:
        authority = manifests.said(path, "authority") if index is None else book.entry(index).authority
        every = book.entries(authority=authority) if authority else []
    # Results say nothing that the next would take from them; what was replied to them stands in it.
    entries = [one for one in every if one.kind != "result"]
    texts = (f"{one.index} {one.about} {one.entered_at} {one.body!r}" for one in entries)
    return hashlib.sha256("\n".join(texts).encode(errors="surrogatepass")).hexdigest()


def framework_of(place: str, index: int) -> str:
    """The framework that a submission of a register asks to be judged by; empty where it names none. Raises CannotComplete."""
    from inspector.register.book import opened

    with opened(place) as book, suppress(ValueError):
        return manifests.text(json.loads(book.content_of(book.entry(index), manifests.MANIFEST) or b""), "framework")
    return ""
