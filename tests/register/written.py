"""A register as the tests of its check have it: six entries of a year, co-signed and stamped after the third."""

import base64
from pathlib import Path

from inspector.model.register import CorrectionBody, SubmissionBody
from inspector.register import der, keys, stamps
from inspector.register.book import Register, opened
from inspector.register.checking.whole import Checked, check
from inspector.register.entries import Draft

CO_SIGNED = 1_741_000_000


def draft(number: int) -> Draft:
    """The entry of that number: a submission, or (4) the correction of entry 1."""
    authority = ("Brackenshire", "Harrowmere")[number % 2 if number < 2 else 0]
    if number == 4:
        return Draft("correction", authority, CorrectionBody(says="The period is another.", by="Inspector"), about=(1,))
    body = SubmissionBody(root=f"sha256:{number:064x}", digest="d", period_start="2024-04-01", period_end="2025-03-31")
    contents = (("held.json", b"{}" * 400 + bytes([number])), ("a", b"two"[: number + 2]))
    return Draft("submission", authority, body, contents=contents)


def write(place: str, signer: keys.Signer, numbers: range = range(6), *, marked: bool = True) -> None:
    """Enter them, a month each; after the third somebody co-signs, and a stamp is attached."""
    with opened(place, make=True) as register:
        for number in numbers:
            register.append([draft(number)], signer, now=f"2025-{number + 1:02}-01T00:00:00Z")
            if number == 2 and marked:
                mark(register, signer)


def mark(register: Register, signer: keys.Signer) -> None:
    """A co-signature and a time stamp beside the latest checkpoint."""
    found = register.checkpoint()
    other = keys.new(signer.path.with_name("other.key"))
    register.add_signature(found.size, other.cosign(found.text, CO_SIGNED), other.public, signer.path)
    register.add_stamp(found.size, base64.b64encode(stamp_over(stamps.query(found))).decode(), signer.path)


def stamp_over(query: bytes) -> bytes:
    """An answer to a request for a stamp, by an authority of this file's own."""
    from tests.register.stamping import answer

    return answer(der.whole(query).parts()[1].data)


def checked(place: str, signer: keys.Signer | None, *receipts: Path, outside: keys.Public | None = None) -> Checked:
    """What `register check` finds, with what is beside that key."""
    with opened(place) as register:
        known = outside or (signer.of if signer else None)
        return check(register, known, signer.path if signer else None, receipts)


def rules(found: Checked) -> set[str]:
    """The ids of what does not fit."""
    return {one.rule for one in found.findings}
